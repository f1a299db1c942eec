import type { WorkshopId } from '@board/shared/ids';
import type { CharterItemView, LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { adoptCharter } from '../../api/commands.ts';
import { StatusTag } from '../../charter/item-standing.tsx';
import { isSlotRunning } from '../../charter/standing.ts';
import { useFormat } from '../../format.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Wording } from '../../vote/wording.tsx';
import type { useCommand } from '../home/use-command.ts';
import styles from './adopt-without.module.css';

export interface AdoptWithoutProps {
  workshopId: WorkshopId;
  view: LiveView;
  /** What would be left out. */
  left: readonly CharterItemView[];
  /** Whose refusal is shown beside the dialog too, since that goes when nothing is left to be left out. */
  command: ReturnType<typeof useCommand>;
  onClose: () => void;
}

/** Asks before the items that stand become the charter, and shows each that does not, since nobody can put it back. */
export function AdoptWithout({ workshopId, view, left, command, onClose }: AdoptWithoutProps) {
  const { t } = useTranslation(['charter', 'frame']);
  const format = useFormat();
  const { run, isBusy, refusal } = command;
  const numberOf = (item: CharterItemView): number => view.charter.items.indexOf(item) + 1;
  const leaveOut = left.map(({ id }) => id);
  const go = async (): Promise<void> => {
    if (await run(() => adoptCharter(workshopId, { leaveOut }), t('adopt.done'))) onClose();
  };
  return (
    <Dialog
      title={t('without.title')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" busy={isBusy} onPress={go}>
            {t('without.go')}
          </Button>
          <Button onPress={onClose}>{t('frame:words.cancel')}</Button>
        </>
      }
    >
      <div className={styles['without']}>
        <p>{t('without.text', { count: view.charter.items.length - left.length })}</p>
        <ul>
          {left.map((item) => (
            <li key={item.id}>
              <span className={styles['number']}>{format.number(numberOf(item))}</span>
              <div>
                <Wording text={item.text} />
                <StatusTag status={item.status} />
              </div>
            </li>
          ))}
        </ul>
        {isSlotRunning(view) && <p>{t('adopt.endsSlots')}</p>}
        <RefusalBanner refusal={refusal} />
      </div>
    </Dialog>
  );
}
