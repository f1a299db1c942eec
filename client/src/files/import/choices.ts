import type { PositionWords } from '@board/shared/upr/positions';
import type { Encoding, Separator } from './encodings.ts';
import type { Only } from './table.ts';
import type { Fields } from './table-layout.ts';

/** What a person has chosen instead of what was detected. */
export interface ReadingChoices {
  readonly encoding?: Encoding;
  /** `none`: it is no table, but running text. */
  readonly separator?: Separator | 'none';
  /** The name of a workbook's sheet. */
  readonly sheet?: string;
  /** What each column stands for; all of them. */
  readonly columns?: Fields;
  readonly positions?: PositionWords;
  /** Hidden rows are left out. */
  readonly withoutHidden?: boolean;
  readonly only?: Only;
}
