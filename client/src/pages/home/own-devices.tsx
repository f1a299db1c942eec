import type { WorkshopId } from '@board/shared/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { DeviceDialog } from './device-dialog.tsx';
import styles from './landing.module.css';
import { useOwnDevices } from './use-own-devices.ts';

export interface OwnDevicesProps {
  workshopId: WorkshopId;
  /** The workshop is open. */
  mayBring: boolean;
  /** How many this person is in on, as far as the page knows. */
  devices: number;
}

/** The other devices of the person whose page this is: bringing one in, and ending them. */
export function OwnDevices({ workshopId, mayBring, devices }: OwnDevicesProps) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const own = useOwnDevices(workshopId, devices);
  if (own.known === null) return null;
  const { isFirst } = own.known;
  const shown = own.known.devices.filter(({ isHere }) => isFirst || isHere);
  return (
    <>
      {shown.map(({ id, since, isHere }, place) => (
        <div key={id} className={styles['you']}>
          <p>
            {isHere
              ? t('landing.devices.here')
              : t('landing.devices.list', { number: format.number(place + 1), time: format.moment(since) })}
          </p>
          <Button size="small" busy={own.isBusy} onPress={() => void own.end(id, t('landing.devices.ended'))}>
            {isHere ? t('landing.devices.leave') : t('landing.devices.end')}
          </Button>
        </div>
      ))}
      {isFirst && mayBring && (
        <div className={styles['bring']}>
          <Button kind="plain" size="small" onPress={() => setOpen(true)}>
            {t('landing.devices.open')}
          </Button>
        </div>
      )}
      {!isOpen && <RefusalBanner refusal={own.refusal} />}
      {isOpen && <DeviceDialog workshopId={workshopId} own={own} onClose={() => setOpen(false)} />}
    </>
  );
}
