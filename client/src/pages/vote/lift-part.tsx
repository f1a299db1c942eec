import type { PersonId, WorkshopId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { liftBlock } from '../../api/commands.ts';
import { useFormat } from '../../format.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { useCommand } from '../home/use-command.ts';
import styles from './lift-part.module.css';

export interface LiftPartProps {
  workshopId: WorkshopId;
  vote: VoteView;
  /** Whose page this is. */
  by: PersonId;
  /** The paper of one's ballot in a secret vote, if this device has it. */
  paper: string | null;
}

/**
 * Where a block can be lifted. In a secret vote it looks the same for everybody who voted, whatever the ballot was: who
 * looks over a shoulder learns nothing from it. Asked twice, since it cannot be taken back.
 */
export function LiftPart({ workshopId, vote, by, paper }: LiftPartProps) {
  const { t } = useTranslation('vote');
  const format = useFormat();
  const [step, setStep] = useState<'folded' | 'asking' | 'done'>('folded');
  const { run, isBusy, refusal } = useCommand();
  const isSecret = vote.secrecy === 'secret';
  if (vote.slotUntil === null || vote.liftUntil === undefined || (isSecret && paper === null)) return null;
  const lift = async (): Promise<void> => {
    const body = isSecret && paper !== null ? { paper } : { by };
    setStep((await run(() => liftBlock(workshopId, vote.id, body))) ? 'done' : 'folded');
  };
  return (
    <section className={styles['lift']} aria-labelledby={`lift-${vote.id}`}>
      <h2 id={`lift-${vote.id}`}>{t('lift.title')}</h2>
      <p>{t(`lift.${vote.secrecy}`, { time: format.time(vote.slotUntil) })}</p>
      {step === 'done' ? (
        <p role="status">{t('lift.done')}</p>
      ) : step === 'asking' ? (
        <Sure isBusy={isBusy} onLift={lift} onNot={() => setStep('folded')} />
      ) : (
        <div>
          <Button onPress={() => setStep('asking')}>{t('lift.button')}</Button>
        </div>
      )}
      <RefusalBanner refusal={refusal} />
    </section>
  );
}

/** The second question stands where the first one stood: a double tap is no answer to it. */
function Sure({ isBusy, onLift, onNot }: { isBusy: boolean; onLift: () => void; onNot: () => void }) {
  const { t } = useTranslation('vote');
  const isSettled = useSettled();
  return (
    <div className={styles['buttons']} data-settled={isSettled || undefined}>
      <Button kind="primary" busy={isBusy} onPress={onLift}>
        {t('lift.sure')}
      </Button>
      <Button onPress={onNot}>{t('lift.not')}</Button>
    </div>
  );
}
