import { type FoundTable, type TableField, tableFields } from '@board/shared/upr/found';
import { useTranslation } from 'react-i18next';
import type { ReadingChoices } from '../../files/import/choices.ts';
import { isTickHead } from '../../files/import/tick-heads.ts';
import { Select } from '../../ui/select.tsx';
import { isolated } from '../presenting/isolated.ts';
import styles from './reading.module.css';

export interface ColumnChoicesProps {
  table: FoundTable;
  choices: ReadingChoices;
  /** The choices that the table was read with. */
  readWith: ReadingChoices;
  onReadAgain: (choices: ReadingChoices) => void;
}

/** What each column was taken for, in one line; opened, each can be told otherwise. */
export function ColumnChoices({ table, choices, readWith, onReadAgain }: ColumnChoicesProps) {
  const { t } = useTranslation('catalogue');
  const { t: word } = useTranslation('reading');
  const read = table.columns.map(({ field }) => field);
  const fields = choices === readWith ? read : (choices.columns ?? read);
  const nameOf = (field: TableField | null) => (field ? t(`table.field.${field}`) : word('notTaken'));
  const isTick = (column: number) => isTickHead(table.columns[column]?.heading ?? '');
  // A field that is given to another column leaves the one that had it; only texts may stand in several, each in its language,
  // and columns of marks below positions.
  const change = (column: number, field: TableField | '') => {
    const isShared = (other: number) => field === 'text' || (field === 'position' && isTick(column) && isTick(other));
    const others = fields.map((one, other) => (one === field && !isShared(other) ? null : one));
    onReadAgain({ ...choices, columns: others.with(column, field || null) });
  };
  const told = table.columns.map(({ heading }, column) => ({ heading, field: fields[column] ?? null }));
  const known = told.filter(({ heading, field }) => field !== null && heading !== '');
  return (
    <details className={styles['columns']}>
      <summary>
        <strong>{word('columns')}</strong>{' '}
        {known.map(({ heading, field }) => `${isolated(heading)}: ${nameOf(field)}`).join(' · ')}
      </summary>
      <div className={styles['grid']}>
        {told.map(({ heading, field }, index) => (
          <Select
            key={index}
            label={word(heading === '' ? 'column' : 'columnNamed', { heading: isolated(heading), place: index + 1 })}
            value={field ?? ''}
            onChange={(next: TableField | '') => change(index, next)}
            options={[
              { value: '' as const, label: word('notTaken') },
              ...tableFields.map((value) => ({ value, label: nameOf(value) })),
            ]}
          />
        ))}
      </div>
    </details>
  );
}
