import type { CopyLink } from '@board/shared/commands-charter';
import type { WorkshopId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeCopy, revokeCopy } from '../../api/copies.ts';
import { copyLink } from '../../charter/copy-link.ts';
import { useCopies } from '../../charter/use-copies.ts';
import { useFormat } from '../../format.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './charter-links.module.css';
import home from './home.module.css';
import { useCommand } from './use-command.ts';
import { useJoinAddresses } from './use-join-addresses.ts';

/** Links that open the adopted charter for people who are not of the workshop: made, shown and revoked here. None before somebody makes one. */
export function CharterLinks({ workshopId, isAdopted }: { workshopId: WorkshopId; isAdopted: boolean }) {
  const { t } = useTranslation('hall');
  const { copies, refresh } = useCopies(workshopId, isAdopted);
  const [label, setLabel] = useState('');
  const [revoking, setRevoking] = useState<CopyLink | null>(null);
  const { run, isBusy, refusal } = useCommand();
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await run(() => makeCopy(workshopId, { label: label.trim() }), t('copy.made')))) return;
    setLabel('');
    refresh();
  };
  const revoke = async ({ id }: CopyLink): Promise<void> => {
    await run(() => revokeCopy(workshopId, id), t('copy.revoked'));
    setRevoking(null);
    refresh();
  };
  return (
    <section className={home['part']} aria-labelledby="copies">
      <h2 id="copies">{t('copy.title')}</h2>
      <p className={home['hint']}>{t(isAdopted ? 'copy.hint' : 'copy.notYet')}</p>
      {isAdopted && (
        <>
          <form className={styles['make']} onSubmit={make}>
            <TextField
              label={t('copy.label')}
              optional
              value={label}
              onChange={setLabel}
              maxLength={limits.shortText}
              autoComplete="off"
            />
            <Button type="submit" busy={isBusy} isDisabled={copies === null || copies.length >= limits.charterCopies}>
              {t('copy.make')}
            </Button>
          </form>
          <RefusalBanner refusal={refusal} />
          {copies !== null && copies.length > 0 && (
            <ul className={styles['list']}>
              {copies.map((copy) => (
                <Copy key={copy.id} workshopId={workshopId} copy={copy} onRevoke={() => setRevoking(copy)} />
              ))}
            </ul>
          )}
        </>
      )}
      {revoking && (
        <ConfirmDialog
          title={t('copy.revokeTitle')}
          text={t('copy.revokeText')}
          confirm={t('copy.revoke')}
          onConfirm={() => revoke(revoking)}
          onClose={() => setRevoking(null)}
        />
      )}
    </section>
  );
}

/** One link, shown only when asked for: this page may be on the projector. */
function Copy({ workshopId, copy, onRevoke }: { workshopId: WorkshopId; copy: CopyLink; onRevoke: () => void }) {
  const { t } = useTranslation('hall');
  const format = useFormat();
  const [isShown, setShown] = useState(false);
  const [address = location.origin] = useJoinAddresses();
  const link = copyLink(address, workshopId, copy.key);
  const name = copy.label || t('copy.unnamed');
  return (
    <li>
      <div className={styles['head']}>
        <p>
          <bdi>{name}</bdi>
          <span className={styles['when']}>{t('copy.since', { moment: format.moment(copy.at) })}</span>
        </p>
        <Button
          size="small"
          icon={isShown ? 'lock' : 'show'}
          aria-expanded={isShown}
          aria-label={t(isShown ? 'copy.hideOf' : 'copy.showOf', { name })}
          onPress={() => setShown(!isShown)}
        >
          {t(isShown ? 'copy.hide' : 'copy.show')}
        </Button>
        <Button size="small" kind="plain" aria-label={t('copy.revokeOf', { name })} onPress={onRevoke}>
          {t('copy.revoke')}
        </Button>
      </div>
      {isShown && (
        <div className={styles['shown']}>
          <QrCode text={link} label={t('copy.qr', { name })} />
          <CopyField label={t('copy.link')} value={link} />
        </div>
      )}
    </li>
  );
}
