import type { Found } from '@board/shared/upr/found';
import { useTranslation } from 'react-i18next';
import type { ReadingChoices } from '../../files/import/choices.ts';
import { type Encoding, encodings, type Separator, separators } from '../../files/import/encodings.ts';
import { Select } from '../../ui/select.tsx';

export interface TextChoicesProps {
  found: Found;
  choices: ReadingChoices;
  /** The choices that what was found was read with: others while those made last are read, and where they have found nothing. */
  readWith: ReadingChoices;
  onReadAgain: (choices: ReadingChoices) => void;
}

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', none: 'none' } as const;

/** How the letters of a text file were read, and what parts the cells of a text; running text has none. Nothing to choose for other files. */
export function TextChoices({ found, choices, readWith, onReadAgain }: TextChoicesProps) {
  const { t } = useTranslation('catalogue');
  const { encoding, file, table } = found;
  const isText = file === undefined || file === 'text';
  const read = table ? (table.separator as Separator) : 'none';
  return (
    <>
      {encoding !== undefined && (
        <Select
          label={t('table.encoding')}
          value={choices.encoding ?? (encoding as Encoding)}
          onChange={(chosen) => onReadAgain({ ...choices, encoding: chosen })}
          options={encodings.map((value) => ({ value, label: t(`table.encodings.${value}`) }))}
        />
      )}
      {isText && (
        <Select
          label={t('table.separator')}
          value={choices === readWith ? read : (choices.separator ?? read)}
          onChange={(separator) => onReadAgain(withoutColumns({ ...choices, separator }))}
          options={(['none', ...separators] as const).map((value) => ({
            value,
            label: t(`table.separators.${separatorNames[value]}`),
          }))}
        />
      )}
    </>
  );
}

/** Another separator gives other columns. */
function withoutColumns(choices: ReadingChoices): ReadingChoices {
  const { columns: _, ...others } = choices;
  return others;
}
