import type { FoundTable } from '@board/shared/upr/found';
import { useTranslation } from 'react-i18next';
import type { ReadingChoices } from '../../files/import/choices.ts';
import { Select } from '../../ui/select.tsx';
import { isolated } from '../presenting/isolated.ts';

export interface SheetChoicesProps {
  table: FoundTable;
  choices: ReadingChoices;
  /** The choices that the table was read with. */
  readWith: ReadingChoices;
  onReadAgain: (choices: ReadingChoices) => void;
}

/** Which sheet of a workbook is read, and whether its hidden rows are. Nothing to choose where there is one sheet and none are hidden. */
export function SheetChoices({ table, choices, readWith, onReadAgain }: SheetChoicesProps) {
  const { t } = useTranslation('reading');
  const sheets = table.sheets ?? [];
  const hiddenRows = choices.sheet === readWith.sheet ? (table.hiddenRows ?? 0) : 0;
  return (
    <>
      {sheets.length > 1 && (
        <Select
          label={t('sheet')}
          value={choices.sheet ?? sheets.find((sheet) => sheet.read)?.name ?? ''}
          // Columns, hidden rows and positions are of the sheet before.
          onChange={(sheet) => onReadAgain({ sheet })}
          options={sheets.map(({ name, rows, hidden }) => ({
            value: name,
            label: t(hidden ? 'sheetHidden' : 'sheetRows', { name: isolated(name), rows }),
          }))}
        />
      )}
      {hiddenRows > 0 && (
        <Select
          label={t('hidden')}
          value={choices.withoutHidden ? 'leave' : 'read'}
          onChange={(value) => onReadAgain({ ...choices, withoutHidden: value === 'leave' })}
          options={[
            { value: 'read', label: t('hiddenRead', { rows: hiddenRows }) },
            { value: 'leave', label: t('hiddenLeave') },
          ]}
        />
      )}
    </>
  );
}
