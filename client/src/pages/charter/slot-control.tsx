import type { WorkshopId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { setSlot } from '../../api/commands.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { mayStillLift } from '../../vote/lifting.ts';
import { useCommand } from '../home/use-command.ts';
import { LiftForOthers } from './lift-for-others.tsx';
import styles from './slot-control.module.css';

/** Minutes that one press gives. */
const step = 5;
const minute = 60_000;

/** The facilitator prolongs or ends the time for amendments of what was blocked, or opens one, and lifts blocks for people without a phone. Nothing for other votes. */
export function SlotControl({ workshopId, vote }: { workshopId: WorkshopId; vote: VoteView }) {
  const { t } = useTranslation('charter');
  const { t: ofHall } = useTranslation('hall');
  const { serverNow } = useLiveView(workshopId);
  const { run, refusal } = useCommand();
  const { result, slotUntil, liftUntil } = vote;
  if (!result || result.outcome === 'adopted' || result.tally.block === 0) return null;
  const left = (): number => (slotUntil === null ? 0 : Math.max(0, Math.round((slotUntil - serverNow()) / minute)));
  const set = (minutes: number) => void run(() => setSlot(workshopId, vote.id, { minutes }));
  return (
    <div className={styles['slot']}>
      <Button size="small" onPress={() => set(left() + step)}>
        {t(slotUntil === null ? 'slot.open' : 'slot.more', { minutes: step })}
      </Button>
      {slotUntil !== null && (
        <Button size="small" onPress={() => set(0)}>
          {t('slot.end')}
        </Button>
      )}
      {slotUntil !== null && liftUntil !== undefined && (
        <LiftForOthers workshopId={workshopId} vote={vote} result={result} />
      )}
      {!mayStillLift(vote, serverNow()) && <p className={styles['over']}>{ofHall('lift.over')}</p>}
      <RefusalBanner refusal={refusal} />
    </div>
  );
}
