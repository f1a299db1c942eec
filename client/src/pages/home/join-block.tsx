import type { WorkshopId } from '@board/shared/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/banner.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Select } from '../../ui/select.tsx';
import { isLocalAddress } from './join-address.ts';
import styles from './join-block.module.css';
import { RenewLink } from './renew-link.tsx';
import { SecretLink } from './secret-link.tsx';
import { useJoinAddresses } from './use-join-addresses.ts';

/** How people come in: QR code, short address, code in large letters; and the facilitator's own link, hidden at first. */
export function JoinBlock({ workshopId, joinCode }: { workshopId: WorkshopId; joinCode: string }) {
  const { t } = useTranslation('home');
  const addresses = useJoinAddresses();
  const [chosen, setChosen] = useState<string | null>(null);
  const address = chosen ?? addresses[0] ?? location.origin;
  const joinAddress = `${address}/j/${joinCode}`;
  return (
    <aside className={styles['join']} aria-labelledby="join">
      <h2 id="join">{t('join.title')}</h2>
      <div className={styles['qr']}>
        <QrCode text={joinAddress} label={t('join.qr', { address: joinAddress })} />
      </div>
      <p className={styles['label']}>{t('join.code')}</p>
      <p className={styles['code']} dir="ltr">
        {joinCode}
      </p>
      <CopyField label={t('join.address')} value={joinAddress} />
      {addresses.length > 1 && (
        <Select
          label={t('join.under')}
          options={addresses.map((value) => ({ value, label: value }))}
          value={address}
          onChange={setChosen}
        />
      )}
      {isLocalAddress(address) && <Banner kind="warning">{t('join.localOnly')}</Banner>}
      <div>
        <RenewLink workshopId={workshopId} />
      </div>
      <SecretLink workshopId={workshopId} address={address} />
    </aside>
  );
}
