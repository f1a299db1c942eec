import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Hall } from './hall.tsx';
import styles from './plenary-page.module.css';

/** What the hall sees, on the device of somebody who has joined: groups can be opened and pages turned here without moving the projector. */
export function PlenaryPage({ workshopId }: Address) {
  const { t } = useTranslation('plenary');
  const { view, status, serverNow } = useLiveView(workshopId);
  const title = view?.workshop.title ?? '';
  useEffect(() => {
    document.title = title === '' ? t('name') : `${t('name')} · ${title}`;
  }, [title, t]);
  if (status.state === 'refused') {
    return (
      <main className={styles['refused']}>
        <RefusalBanner
          refusal={{ code: status.why }}
          action={<LinkButton href={`/w/${workshopId}`}>{t('join')}</LinkButton>}
        />
      </main>
    );
  }
  return (
    <main className={styles['screen']} id="content">
      {view ? (
        <Hall view={view} isLive={status.state === 'live'} now={serverNow} />
      ) : (
        <p className={styles['connecting']}>{t('foot.connecting')}</p>
      )}
    </main>
  );
}
