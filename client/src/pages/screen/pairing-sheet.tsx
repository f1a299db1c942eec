import type { WorkshopId } from '@board/shared/ids';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import frame from '../plenary/plenary-page.module.css';
import styles from './pairing-sheet.module.css';
import { usePairing } from './use-pairing.ts';

/** A screen that belongs to no workshop yet shows a code, and nothing else is needed of it. */
export function PairingSheet({ onPaired }: { onPaired: (workshop: WorkshopId) => void }) {
  const { t } = useTranslation(['screen', 'frame']);
  const { code, isAway } = usePairing(t('frame:role.screen'), onPaired);
  useEffect(() => {
    document.title = t('name');
  }, [t]);
  return (
    <main className={frame['screen']} id="content">
      <div className={styles['sheet']}>
        <h1 className={styles['title']}>{t('pairing.title')}</h1>
        <p className={styles['what']}>{t('pairing.what')}</p>
        <p className={styles['code']}>{code === null ? ' ' : `${code.slice(0, 3)} ${code.slice(3)}`}</p>
        <p className={styles['soft']}>{t('pairing.then')}</p>
        <p className={styles['state']} role="status">
          {isAway && t('pairing.away')}
        </p>
      </div>
    </main>
  );
}
