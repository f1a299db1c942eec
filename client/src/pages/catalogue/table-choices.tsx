import type { FoundTable } from '@board/shared/upr/found';
import { useTranslation } from 'react-i18next';
import type { ReadingChoices } from '../../files/import/choices.ts';
import { type Encoding, encodings, type Separator, separators } from '../../files/import/encodings.ts';
import { Select } from '../../ui/select.tsx';
import styles from './catalogue.module.css';
import { ColumnChoices } from './column-choices.tsx';
import { PositionChoices } from './position-choices.tsx';
import { SheetChoices } from './sheet-choices.tsx';

export interface TableChoicesProps {
  table: FoundTable;
  choices: ReadingChoices;
  onReadAgain: (choices: ReadingChoices) => void;
}

/** How a table was read, each part to be chosen otherwise: sheet, letters, separator, columns, and whose recommendations of which session. */
export function TableChoices(props: TableChoicesProps) {
  const { table, choices, onReadAgain } = props;
  const { t } = useTranslation('catalogue');
  return (
    <div className={styles['choices']}>
      <div className={styles['selects']}>
        <SheetChoices {...props} />
        {table.encoding !== '' && (
          <Select
            label={t('table.encoding')}
            value={table.encoding as Encoding}
            onChange={(encoding) => onReadAgain({ ...choices, encoding })}
            options={encodings.map((value) => ({ value, label: t(`table.encodings.${value}`) }))}
          />
        )}
        {table.separator !== '' && (
          <Select
            label={t('table.separator')}
            value={table.separator as Separator}
            onChange={(separator) => onReadAgain(withoutColumns({ ...choices, separator }))}
            options={separators.map((value) => ({ value, label: t(`table.separators.${separatorNames[value]}`) }))}
          />
        )}
        <OnlySelect field="reviewed" {...props} />
        <OnlySelect field="session" {...props} />
      </div>
      <ColumnChoices {...props} />
      <PositionChoices {...props} />
    </div>
  );
}

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** Another sheet or separator gives other columns. */
function withoutColumns(choices: ReadingChoices): ReadingChoices {
  const { columns: _, ...others } = choices;
  return others;
}

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
