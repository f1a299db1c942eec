import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './between.module.css';

/** Between votes: what is going on, and where one can go meanwhile. */
export function Between({ workshopId, view, me }: { workshopId: WorkshopId; view: LiveView; me: Me }) {
  const { t } = useTranslation('vote');
  const isAdopted = view.charter.adopted !== null;
  const base = `/w/${workshopId}`;
  return (
    <section className={styles['between']}>
      <p className={styles['words']}>
        {isAdopted ? t('between.adopted') : view.stage === 'closed' ? t('between.closed') : t('between.none')}
      </p>
      {!isAdopted && view.stage !== 'closed' && <p className={styles['soft']}>{t('between.will')}</p>}
      <div className={styles['ways']}>
        {isAdopted ? (
          <LinkButton href={`${base}/charter/print`} kind="primary">
            {t('between.readAdopted')}
          </LinkButton>
        ) : (
          <LinkButton href={`${base}/charter`}>{t('between.read')}</LinkButton>
        )}
        {me.groupId && <LinkButton href={`${base}/group/${me.groupId}`}>{t('between.toGroup')}</LinkButton>}
      </div>
    </section>
  );
}
