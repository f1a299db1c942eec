import type { Found } from '@board/shared/upr/found';
import { meaningOf, type PositionOfState, positionsOfState } from '@board/shared/upr/positions';
import { useTranslation } from 'react-i18next';
import type { ReadingChoices } from '../../files/import/choices.ts';
import { Select } from '../../ui/select.tsx';
import { isolated } from '../presenting/isolated.ts';
import styles from './reading.module.css';

export interface PositionChoicesProps {
  unknown: NonNullable<Found['unknownPositions']>;
  choices: ReadingChoices;
  onReadAgain: (choices: ReadingChoices) => void;
}

/** Words that are asked about at once; a column with more of them is hardly one of positions. */
const mostAsked = 12;

/** Words for a position that are not known: somebody says once what each means, for all lines. */
export function PositionChoices({ unknown, choices, onReadAgain }: PositionChoicesProps) {
  const { t } = useTranslation('reading');
  const { t: word } = useTranslation();
  const said = Object.entries(choices.positions ?? {}).map(([value]) => ({ value, count: 0 }));
  const open = unknown.filter(({ value }) => meaningOf(value, choices.positions ?? {}) === null);
  const asked = [...said, ...open].slice(0, mostAsked);
  if (asked.length === 0) return null;
  const change = (printed: string, position: PositionOfState | '') => {
    const { [printed.toLowerCase()]: _, ...others } = choices.positions ?? {};
    onReadAgain({
      ...choices,
      positions: position === '' ? others : { ...others, [printed.toLowerCase()]: position },
    });
  };
  return (
    <fieldset className={styles['positions']}>
      <legend>{t('positions')}</legend>
      <div className={styles['grid']}>
        {asked.map(({ value, count }) => (
          <Select
            key={value.toLowerCase()}
            label={count > 0 ? t('positionWord', { word: isolated(value), rows: count }) : value}
            value={meaningOf(value, choices.positions ?? {}) ?? ''}
            onChange={(position: PositionOfState | '') => change(value, position)}
            options={[
              { value: '' as const, label: t('positionOpen') },
              ...positionsOfState.map((position) => ({ value: position, label: word(`position.${position}`) })),
            ]}
          />
        ))}
      </div>
    </fieldset>
  );
}
