import { type Position, positions, turnoutOf } from '@board/shared/consensus/rules';
import { limits } from '@board/shared/protocol/limits';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';
import type { faultOf, HandEntry } from '../../vote/paper-ballots.ts';
import { CountField } from './count-field.tsx';
import styles from './hand-dialog.module.css';

export interface HandFieldsProps {
  entry: HandEntry;
  seats: number;
  fault: ReturnType<typeof faultOf>;
  onChange: (entry: HandEntry) => void;
}

/** A number for each position, and a line for what was written on each ballot that is no plain agreement. */
export function HandFields({ entry, seats, fault, onChange }: HandFieldsProps) {
  const { t } = useTranslation('charter');
  const { t: word } = useTranslation('vote');
  const said = (position: Position): string[] =>
    entry.remarks.filter((one) => one.position === position).map(({ text }) => text);
  const say = (position: Position, place: number, text: string): void => {
    const texts = Array.from({ length: entry.tally[position] }, (_, at) => said(position)[at] ?? '');
    texts[place] = text;
    const others = entry.remarks.filter((one) => one.position !== position);
    onChange({ ...entry, remarks: [...others, ...texts.map((one) => ({ position, text: one }))] });
  };
  const count = (position: Position, number: number): void => {
    const others = entry.remarks.filter((one) => one.position !== position);
    const kept = said(position)
      .slice(0, number)
      .map((text) => ({ position, text }));
    onChange({ tally: { ...entry.tally, [position]: number }, remarks: [...others, ...kept] });
  };
  return (
    <div className={styles['fields']}>
      {positions.map((position) => (
        <div key={position} className={styles['position']}>
          <CountField
            label={word(`position.${position}`)}
            value={entry.tally[position]}
            most={limits.handBallots}
            onChange={(number) => count(position, number)}
          />
          {position !== 'agree' &&
            places(Math.min(seats, entry.tally[position])).map((place) => (
              <TextField
                key={place}
                label={word(`reason.${position}`)}
                optional={position !== 'block'}
                maxLength={position === 'stand-aside' ? limits.noteText : limits.reasonText}
                value={said(position)[place] ?? ''}
                onChange={(text) => say(position, place, text)}
              />
            ))}
        </div>
      ))}
      <p className={styles['fault']} role="status">
        {fault && t(`hand.fault.${fault}`, { seats, sum: turnoutOf(entry.tally) })}
      </p>
    </div>
  );
}

function places(count: number): number[] {
  return Array.from({ length: count }, (_, place) => place);
}
