import { positions } from '@board/shared/consensus/rules';
import type { VoteView } from '@board/shared/live-view';
import { limits } from '@board/shared/protocol/limits';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { lacksReason } from '../../vote/ballot-states.ts';
import type { Choice } from '../../vote/choice.ts';
import styles from './ballot-form.module.css';

export interface BallotFormProps {
  vote: VoteView;
  /** The ballot that is being changed. */
  before: Choice | null;
  onSend: (choice: Choice) => void;
  onKeep?: () => void;
  /** How the ballot's paper stands. */
  children: ReactNode;
}

/** Four large choices, a field for the reason where one belongs, and one button. */
export function BallotForm({ vote, before, onSend, onKeep, children }: BallotFormProps) {
  const { t } = useTranslation('vote');
  const [position, setPosition] = useState(before?.position ?? null);
  const [reason, setReason] = useState(before?.reason ?? '');
  const [fault, setFault] = useState<'position' | 'reason' | null>(null);
  const send = (): void => {
    if (position === null) {
      setFault('position');
      return;
    }
    const choice = { position, reason: position === 'agree' ? '' : reason.trim() };
    if (lacksReason(choice)) setFault('reason');
    else onSend(choice);
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <RadioCards
        label={t('choose')}
        cards={positions.map((value) => ({
          value,
          label: t(`position.${value}`),
          meaning: value === 'block' ? t(`meaning.block-${vote.rule}`) : t(`meaning.${value}`),
        }))}
        value={position}
        onChange={(chosen) => {
          setPosition(chosen);
          setFault(null);
        }}
        error={fault === 'position' ? t('chooseFirst') : undefined}
      />
      {position !== null && position !== 'agree' && (
        <TextArea
          label={t(`reason.${position}`)}
          hint={t(`reason.shown-${vote.secrecy}`)}
          optional={position !== 'block'}
          rows={3}
          maxLength={limits.reasonText}
          value={reason}
          onChange={setReason}
          error={fault === 'reason' ? t('reason.needed') : undefined}
        />
      )}
      {children}
      <div className={styles['send']}>
        <Button type="submit" kind="primary" size="large" wide>
          {onKeep ? t('sendChange') : t('send')}
        </Button>
        {onKeep && (
          <Button wide onPress={onKeep}>
            {t('keep')}
          </Button>
        )}
      </div>
    </form>
  );
}
