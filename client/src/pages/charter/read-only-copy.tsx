import type { WorkshopId } from '@board/shared/ids';
import { useTranslation } from 'react-i18next';
import { QrCode } from '../../ui/qr-code.tsx';
import { useJoinAddresses } from '../home/use-join-addresses.ts';
import styles from './print-page.module.css';

/** Where this page can be read: by those who are in the workshop, or come in with its code. Printed too. */
export function ReadOnlyCopy({ workshopId }: { workshopId: WorkshopId }) {
  const { t } = useTranslation('charter');
  const [host = location.origin] = useJoinAddresses();
  const address = `${host}/w/${workshopId}/charter/print`;
  return (
    <aside className={styles['copy']}>
      <QrCode text={address} label={t('print.qr')} />
      <div>
        <p>{t('print.copy')}</p>
        <p className={styles['address']} dir="ltr">
          {address}
        </p>
      </div>
    </aside>
  );
}
