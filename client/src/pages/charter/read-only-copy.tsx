import type { WorkshopId } from '@board/shared/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyLink } from '../../charter/copy-link.ts';
import { useCopies } from '../../charter/use-copies.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { Select } from '../../ui/select.tsx';
import { useJoinAddresses } from '../home/use-join-addresses.ts';
import styles from './print-page.module.css';

export interface ReadOnlyCopyProps {
  workshopId: WorkshopId;
  /** A facilitator, once the charter is adopted, may print a link that opens for anybody, where one has been made. */
  mayShare: boolean;
}

const ofWorkshop = 'workshop';

/** Where the charter can be read; printed too. It opens for those who are in the workshop, unless a facilitator chooses otherwise. */
export function ReadOnlyCopy({ workshopId, mayShare }: ReadOnlyCopyProps) {
  const { t } = useTranslation('charter');
  const { t: ofHall } = useTranslation('hall');
  const [host = location.origin] = useJoinAddresses();
  const { copies } = useCopies(workshopId, mayShare);
  const [chosen, setChosen] = useState<string>(ofWorkshop);
  const copy = copies?.find(({ id }) => id === chosen);
  const address = copy ? copyLink(host, workshopId, copy.key) : `${host}/w/${workshopId}/charter/print`;
  return (
    <>
      {copies !== null && copies.length > 0 && (
        <div className={styles['choice']}>
          <Select
            label={ofHall('copy.printed')}
            options={[
              { value: ofWorkshop, label: ofHall('copy.members') },
              ...copies.map(({ id, label }) => ({
                value: id as string,
                label: ofHall('copy.anybody', { name: label || ofHall('copy.unnamed') }),
              })),
            ]}
            value={chosen}
            onChange={setChosen}
          />
        </div>
      )}
      <aside className={styles['copy']}>
        <QrCode text={address} label={t('print.qr')} />
        <div>
          <p>{copy ? ofHall('copy.printedAnybody') : t('print.copy')}</p>
          <p className={styles['address']} dir="ltr">
            {address}
          </p>
        </div>
      </aside>
    </>
  );
}
