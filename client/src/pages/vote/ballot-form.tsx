import { type Position, positions } from '@board/shared/consensus/rules';
import type { VoteView } from '@board/shared/live-view';
import { limits } from '@board/shared/protocol/limits';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
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
    const choice = { position, reason: reasonFor(position, reason) };
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
      {position === 'stand-aside' && (
        <TextField
          label={t('reason.stand-aside')}
          hint={t(`reason.note-${vote.secrecy}`)}
          optional
          maxLength={limits.noteText}
          value={reason}
          onChange={setReason}
        />
      )}
      {(position === 'block' || position === 'reservation') && (
        <TextArea
          label={t(`reason.${position}`)}
          hint={t(`reason.shown-${vote.secrecy}`)}
          optional={position === 'reservation'}
          rows={3}
          maxLength={limits.reasonText}
          value={reason}
          onChange={setReason}
          error={fault === 'reason' ? t('reason.needed') : undefined}
        />
      )}
      {children}
      <div className={styles['send']} data-chosen={position !== null || undefined}>
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

/** A minority note is one line; whoever agrees says nothing more. */
function reasonFor(position: Position, text: string): string {
  if (position === 'agree') return '';
  return position === 'stand-aside' ? text.replace(/\s+/gu, ' ').trim().slice(0, limits.noteText) : text.trim();
}
