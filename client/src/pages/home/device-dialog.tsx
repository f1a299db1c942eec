import type { DeviceId, WorkshopId } from '@board/shared/ids';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeDeviceLink, takeBackDeviceLink } from '../../api/device-commands.ts';
import { useFormat } from '../../format.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { Banner, RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { deviceLink } from '../join/secret-link.ts';
import styles from './landing.module.css';
import { useCommand } from './use-command.ts';
import { useJoinAddresses } from './use-join-addresses.ts';
import type { useOwnDevices } from './use-own-devices.ts';

export interface DeviceDialogProps {
  workshopId: WorkshopId;
  own: ReturnType<typeof useOwnDevices>;
  onClose: () => void;
}

/** A code that is in sight. `before`: the devices that were in when it was made. */
interface Shown {
  link: string;
  until: number;
  before: readonly DeviceId[];
}

/**
 * Brings in another device of one's own. The code is shown by a press only, and goes when it was used, when its time is over
 * and with the dialog. Who came in with it is told at once, with the button that ends it.
 */
export function DeviceDialog({ workshopId, own, onClose }: DeviceDialogProps) {
  const { t } = useTranslation(['home', 'frame']);
  const format = useFormat();
  const { known } = own;
  const { code, show, isOver, isBusy, refusal } = useDeviceCode(workshopId, own);
  const came = code && known?.devices.find(({ id }) => !code.before.includes(id));
  const isInSight = code !== null && !came && !isOver;
  const end = async (): Promise<void> => {
    if (came && (await own.end(came.id, t('landing.devices.ended')))) onClose();
  };
  return (
    <Dialog
      title={t('landing.devices.title')}
      onClose={onClose}
      actions={
        <>
          {came && (
            <Button kind="danger" busy={own.isBusy} onPress={end}>
              {t('landing.devices.end')}
            </Button>
          )}
          {!came && !isInSight && (
            <Button kind="primary" busy={isBusy} onPress={show}>
              {t(isOver ? 'landing.devices.again' : 'landing.devices.show')}
            </Button>
          )}
          <Button onPress={onClose}>{t('frame:words.close')}</Button>
        </>
      }
    >
      {!came && <p>{t('landing.devices.what')}</p>}
      {!came && <Banner kind="warning">{t('landing.devices.warning')}</Banner>}
      {isInSight && (
        <>
          <div className={styles['deviceCode']}>
            <QrCode text={code.link} label={t('landing.devices.qr')} />
          </div>
          <p>{t('landing.devices.scan')}</p>
          <CopyField label={t('landing.devices.link')} value={code.link} />
          <p className={styles['facts']}>{t('landing.devices.until', { time: format.time(code.until) })}</p>
        </>
      )}
      <div role="status">
        {came && (
          <p>
            {t('landing.devices.in', { time: format.time(came.since) })} {t('landing.devices.notMine')}
          </p>
        )}
        {isOver && !came && <p>{t('landing.devices.over')}</p>}
      </div>
      <RefusalBanner refusal={refusal ?? own.refusal} />
    </Dialog>
  );
}

/** The code while the dialog is there; it is taken back with it. */
function useDeviceCode(workshopId: WorkshopId, { known, look }: DeviceDialogProps['own']) {
  const [address = location.origin] = useJoinAddresses();
  const { serverNow } = useLiveView(workshopId);
  const { run, isBusy, refusal } = useCommand();
  const [code, setCode] = useState<Shown | null>(null);
  const [isOver, setOver] = useState(false);
  const isOut = useRef(false);
  useEffect(
    () => () => {
      if (isOut.current) void takeBackDeviceLink(workshopId);
    },
    [workshopId],
  );
  useEffect(() => {
    if (code === null) return;
    const timer = setTimeout(() => setOver(true), code.until - serverNow());
    return () => clearTimeout(timer);
  }, [code, serverNow]);
  const show = async (): Promise<void> => {
    await run(async () => {
      const answer = await makeDeviceLink(workshopId);
      if (!answer.ok) return answer;
      isOut.current = true;
      const { key, lasts } = answer.value;
      const before = known?.devices.map(({ id }) => id) ?? [];
      setOver(false);
      setCode({ link: deviceLink(address, workshopId, key), until: serverNow() + lasts, before });
      await look();
      return answer;
    });
  };
  return { code, show, isOver, isBusy, refusal };
}
