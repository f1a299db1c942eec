import { readHandCode } from '@board/shared/consensus/hand-code';
import type { WorkshopId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCommand } from '../home/use-command.ts';
import styles from './hand-dialog.module.css';
import { liftPaperBlock, takeUpCode } from './hand-sending.ts';

export interface LiftPaperProps {
  workshopId: WorkshopId;
  vote: VoteView;
  onClose: () => void;
}

/** Lifts the block of somebody who voted on paper: one that was entered on this device, or on any other under the code that is typed. */
export function LiftPaper({ workshopId, vote, onClose }: LiftPaperProps) {
  const { t } = useTranslation(['hall', 'frame']);
  const { run, isBusy, refusal } = useCommand();
  const [typed, setTyped] = useState('');
  const [isCodeWrong, setCodeWrong] = useState(false);
  const lift = async (): Promise<void> => {
    const code = readHandCode(typed);
    setCodeWrong(typed.trim() !== '' && code === null);
    if (typed.trim() !== '' && code === null) return;
    if (code !== null) takeUpCode(workshopId, vote, code);
    if (await run(() => liftPaperBlock(workshopId, vote.id), t('lift.paperDone'))) onClose();
  };
  const isNone = refusal?.code === 'no-block';
  return (
    <Dialog
      title={t('lift.paperTitle')}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" busy={isBusy} onPress={lift}>
            {t('lift.paperGo')}
          </Button>
          <Button onPress={onClose}>{t('frame:words.cancel')}</Button>
        </>
      }
    >
      <div className={styles['hand']}>
        <p>{t('lift.paperText')}</p>
        <TextField
          label={t('paperCode.label')}
          hint={t('paperCode.whenElsewhere')}
          optional
          value={typed}
          onChange={setTyped}
          error={isCodeWrong ? t('paperCode.wrong') : undefined}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        {isNone ? <p role="status">{t('lift.paperNone')}</p> : <RefusalBanner refusal={refusal} />}
      </div>
    </Dialog>
  );
}
