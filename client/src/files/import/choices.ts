import type { Encoding, Separator } from './encodings.ts';
import type { Only } from './table.ts';
import type { Fields } from './table-layout.ts';
import type { PositionWords } from './table-row.ts';

/** What a person has chosen instead of what was detected. */
export interface ReadingChoices {
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  /** The name of a workbook's sheet. */
  readonly sheet?: string;
  /** What each column stands for; all of them. */
  readonly columns?: Fields;
  readonly positions?: PositionWords;
  /** Hidden rows are left out. */
  readonly withoutHidden?: boolean;
  readonly only?: Only;
}
