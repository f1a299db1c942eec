import type { WorkshopId } from '@board/shared/ids';
import { useTranslation } from 'react-i18next';
import { QrCode } from '../../ui/qr-code.tsx';
import styles from './join-block.module.css';
import { useJoinAddresses } from './use-join-addresses.ts';

export interface JoinLineProps {
  workshopId: WorkshopId;
  joinCode: string;
  withQr: boolean;
}

/** For those who come late: the code and the address, and where everything else about joining is. */
export function JoinLine({ workshopId, joinCode, withQr }: JoinLineProps) {
  const { t } = useTranslation(['home', 'hall']);
  const [address = location.origin] = useJoinAddresses();
  const joinAddress = `${address}/j/${joinCode}`;
  return (
    <aside className={`${styles['join']} ${styles['late']}`} aria-labelledby="join">
      <h2 id="join">{t('join.title')}</h2>
      {withQr && (
        <div className={styles['qr']}>
          <QrCode text={joinAddress} label={t('join.qr', { address: joinAddress })} />
        </div>
      )}
      <p className={styles['code']} dir="ltr">
        {joinCode}
      </p>
      <p className={styles['all']}>
        <a href={`/w/${workshopId}#links`}>{t('hall:desk.allLinks')}</a>
      </p>
    </aside>
  );
}
