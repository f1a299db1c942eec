import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { GroupMark } from '../../ui/group-mark.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { NextGroup } from '../presenting/next-group.tsx';
import { nextGroup } from '../presenting/steps.ts';
import styles from './home.module.css';

/** While groups present: the next one in one press, and the way to all that belongs to presentations. */
export function PresentingPart({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('presenting');
  const { presentation, stage } = view;
  const group = presentation ? view.groups[presentation.groupId] : undefined;
  if (!presentation && stage !== 'plenary') return null;
  return (
    <section className={styles['part']} aria-labelledby="presentations">
      <h2 id="presentations">{t('title')}</h2>
      {group && (
        <p className={styles['presenting']}>
          <GroupMark name={group.name} place={group.place} />
          <span dir="auto">{t('now', { group: group.name })}</span>
        </p>
      )}
      {nextGroup(view) === null && <p className={styles['hint']}>{t('control.all')}</p>}
      <div className={styles['buttons']}>
        <NextGroup workshopId={workshopId} view={view} feedback={presentation?.feedback ?? 'named'} />
        <LinkButton href={`/w/${workshopId}/presenting`}>{t('control.open')}</LinkButton>
      </div>
    </section>
  );
}
