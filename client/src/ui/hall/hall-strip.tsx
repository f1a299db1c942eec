import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { isTableOpen, opensAt } from '@board/shared/stages';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { AbilitiesWords } from './abilities-words.tsx';
import styles from './hall-strip.module.css';
import { MessageBanners } from './message-banners.tsx';
import { MovedNotice } from './moved-notice.tsx';
import { TimerWords } from './timer-words.tsx';

export interface HallStripProps {
  workshopId: WorkshopId;
  view: LiveView;
  /** Null while it is not known who sits here. */
  me: Me | null;
  /** The page has something to do at once: one message at a time. */
  isBusy?: boolean;
}

/** What the hall does now, what that opens and closes, how long it still lasts, and what facilitators have to say. */
export function HallStrip({ workshopId, view, me, isBusy = false }: HallStripProps) {
  const { t } = useTranslation();
  const step = view.now.step === null ? undefined : view.agenda[view.now.step];
  const hasAgenda = Object.keys(view.agenda).length > 0;
  return (
    <div className={styles['hall']}>
      <section className={styles['strip']} aria-label={t('hall.label')}>
        <p className={styles['stage']}>
          <span className={styles['name']}>{t(`stage.${view.stage}`)}</span>
          {hasAgenda && me?.role !== 'screen' && (
            <Link href={`/w/${workshopId}/agenda`}>
              <bdi>{step?.title || t('nav.agenda')}</bdi>
            </Link>
          )}
        </p>
        <TimerWords workshopId={workshopId} />
        <p className={styles['abilities']}>
          <AbilitiesWords view={view} /> <OwnTable view={view} me={me} />
        </p>
      </section>
      {me && <MovedNotice view={view} groupId={me.groupId} />}
      {me && me.role !== 'facilitator' && (
        <MessageBanners workshopId={workshopId} view={view} me={me} isBusy={isBusy} />
      )}
    </div>
  );
}

/** Says so where a facilitator has decided otherwise for one's own group than the stage does for all. */
function OwnTable({ view, me }: Pick<HallStripProps, 'view' | 'me'>) {
  const { t } = useTranslation();
  const group = me?.groupId ? view.groups[me.groupId] : undefined;
  if (!group || view.stage === 'closed') return null;
  const isOpen = isTableOpen(group.open, view.stage);
  if (isOpen === opensAt(view.stage, 'tables')) return null;
  return <strong className={styles['own']}>{t(isOpen ? 'hall.yoursOpen' : 'hall.yoursClosed')}</strong>;
}
