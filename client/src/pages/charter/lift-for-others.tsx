import type { WorkshopId } from '@board/shared/ids';
import type { VoteResult, VoteView } from '@board/shared/live-view';
import type { HandCount } from '@board/shared/vote-parts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { liftBlock } from '../../api/commands.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { useCommand } from '../home/use-command.ts';
import { CountField } from './count-field.tsx';
import styles from './hand-dialog.module.css';
import { LiftPaper, type LiftPaperProps } from './lift-paper.tsx';

export interface LiftForOthersProps {
  workshopId: WorkshopId;
  vote: VoteView;
  result: VoteResult;
}

/**
 * Blocks of people without a phone. In a secret vote the button stands wherever there were paper ballots, whatever they said:
 * who sees the facilitator's screen learns nothing from it.
 */
export function LiftForOthers({ workshopId, vote, result }: LiftForOthersProps) {
  const { t } = useTranslation('hall');
  const [isAsking, setAsking] = useState(false);
  const hands = (result.hands ?? []).filter(({ tally }) => tally.block > 0);
  const isPaper = vote.secrecy === 'secret' && vote.byHand > 0;
  if (!isPaper && hands.length === 0) return null;
  const close = (): void => setAsking(false);
  return (
    <>
      <Button size="small" kind="plain" onPress={() => setAsking(true)}>
        {t(isPaper ? 'lift.paper' : 'lift.hands')}
      </Button>
      {isAsking && isPaper && <LiftPaper workshopId={workshopId} vote={vote} onClose={close} />}
      {isAsking && !isPaper && <LiftHands workshopId={workshopId} vote={vote} hands={hands} onClose={close} />}
    </>
  );
}

function LiftHands({ workshopId, vote, hands, onClose }: LiftPaperProps & { hands: readonly HandCount[] }) {
  const { t } = useTranslation(['hall', 'frame']);
  const { t: ofCharter } = useTranslation('charter');
  const { run, isBusy, refusal } = useCommand();
  const [chosen, setChosen] = useState(hands[0]?.groupId ?? null);
  const [count, setCount] = useState(1);
  const blocks = hands.find(({ groupId }) => groupId === chosen)?.tally.block ?? 0;
  const nameOf = (id: HandCount['groupId']): string =>
    vote.roll.groups.find(({ groupId }) => groupId === id)?.name || ofCharter('roll.noGroup');
  const lift = async (): Promise<void> => {
    const body = { hands: { groupId: chosen, count } };
    if (await run(() => liftBlock(workshopId, vote.id, body), t('lift.handsDone'))) onClose();
  };
  return (
    <Dialog
      title={t('lift.hands')}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" busy={isBusy} isDisabled={count === 0} onPress={lift}>
            {t('lift.handsGo')}
          </Button>
          <Button onPress={onClose}>{t('frame:words.cancel')}</Button>
        </>
      }
    >
      <div className={styles['hand']}>
        <p>{t('lift.handsText')}</p>
        <Select
          label={t('lift.handsGroup')}
          hint={t('lift.handsOf', { count: blocks })}
          value={chosen ?? ''}
          onChange={(value) => {
            setChosen(hands.find(({ groupId }) => (groupId ?? '') === value)?.groupId ?? null);
            setCount(1);
          }}
          options={hands.map(({ groupId }) => ({ value: groupId ?? '', label: nameOf(groupId) }))}
        />
        <CountField label={t('lift.handsCount')} value={count} most={blocks} onChange={setCount} />
        <RefusalBanner refusal={refusal} />
      </div>
    </Dialog>
  );
}
