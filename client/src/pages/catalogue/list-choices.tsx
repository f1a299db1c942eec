import type { FoundTable } from '@board/shared/upr/found';
import { useTranslation } from 'react-i18next';
import { openPositions, type PreviewLine } from '../../files/import/preview.ts';
import { Select } from '../../ui/select.tsx';
import styles from './catalogue.module.css';
import { ColumnChoices } from './column-choices.tsx';
import { PositionChoices } from './position-choices.tsx';
import { SheetChoices } from './sheet-choices.tsx';
import { TextChoices, type TextChoicesProps } from './text-choices.tsx';

export interface ListChoicesProps extends TextChoicesProps {
  /** What was found, as it has been mended since. */
  lines: readonly PreviewLine[];
}

/** How a list was read, each part to be chosen otherwise: sheet, letters, separator, columns, and whose recommendations of which session. */
export function ListChoices({ found, lines, choices, readWith, onReadAgain }: ListChoicesProps) {
  const { table } = found;
  const ofTable = table && { table, choices, readWith, onReadAgain };
  // The columns of another sheet, or between other signs, are not known before they are read.
  const isSameTable = choices.sheet === readWith.sheet && choices.separator === readWith.separator;
  return (
    <div className={styles['choices']}>
      <div className={styles['selects']}>
        {ofTable && <SheetChoices {...ofTable} />}
        <TextChoices {...{ found, choices, readWith, onReadAgain }} />
        {ofTable && isSameTable && <OnlySelect field="reviewed" {...ofTable} />}
        {ofTable && isSameTable && <OnlySelect field="session" {...ofTable} />}
      </div>
      {ofTable && isSameTable && <ColumnChoices {...ofTable} />}
      <PositionChoices unknown={openPositions(found, lines)} choices={choices} onReadAgain={onReadAgain} />
    </div>
  );
}

interface OnlySelectProps extends Omit<TextChoicesProps, 'found' | 'readWith'> {
  table: FoundTable;
  field: 'reviewed' | 'session';
}

/** Nothing to choose where the table holds only one. */
function OnlySelect({ field, table, choices, onReadAgain }: OnlySelectProps) {
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
