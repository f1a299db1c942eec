import type { FoundTable } from '@board/shared/upr/found';
import { useTranslation } from 'react-i18next';
import { type Encoding, encodings, type Separator, separators } from '../../files/import/encodings.ts';
import type { ReadingChoices } from '../../files/import/choices.ts';
import { Select } from '../../ui/select.tsx';
import styles from './catalogue.module.css';

export interface TableChoicesProps {
  table: FoundTable;
  choices: ReadingChoices;
  onReadAgain: (choices: ReadingChoices) => void;
}

/** How a table was read, each part to be chosen otherwise: letters, separator, and whose recommendations of which session. */
export function TableChoices({ table, choices, onReadAgain }: TableChoicesProps) {
  const { t } = useTranslation('catalogue');
  const known = table.columns.filter((column) => column.field !== null && column.heading !== '');
  return (
    <div className={styles['choices']}>
      {known.length > 0 && (
        <p className={styles['counts']}>
          {t('table.columns')}{' '}
          {known.map(({ heading, field }) => `${heading} → ${field && t(`table.field.${field}`)}`).join(' · ')}
        </p>
      )}
      <div className={styles['selects']}>
        {table.encoding !== '' && (
          <Select
            label={t('table.encoding')}
            value={table.encoding as Encoding}
            onChange={(encoding) => onReadAgain({ ...choices, encoding })}
            options={encodings.map((value) => ({ value, label: t(`table.encodings.${value}`) }))}
          />
        )}
        <Select
          label={t('table.separator')}
          value={table.separator as Separator}
          onChange={(separator) => onReadAgain({ ...choices, separator })}
          options={separators.map((value) => ({ value, label: t(`table.separators.${separatorNames[value]}`) }))}
        />
        <OnlySelect field="reviewed" table={table} choices={choices} onReadAgain={onReadAgain} />
        <OnlySelect field="session" table={table} choices={choices} onReadAgain={onReadAgain} />
      </div>
    </div>
  );
}

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** Nothing to choose where the table holds only one. */
function OnlySelect({ field, table, choices, onReadAgain }: TableChoicesProps & { field: 'reviewed' | 'session' }) {
  const { t } = useTranslation('catalogue');
  const values = table.choices[field];
  if (values.length < 2) return null;
  const change = (value: string) => {
    const { [field]: _, ...others } = choices.only ?? {};
    onReadAgain({ ...choices, only: value === '' ? others : { ...others, [field]: value } });
  };
  return (
    <Select
      label={t(`table.${field}`)}
      value={choices.only?.[field] ?? ''}
      onChange={change}
      options={[
        { value: '', label: t('table.all') },
        ...values.map(({ value, count }) => ({ value, label: t('table.some', { value, count }) })),
      ]}
    />
  );
}
