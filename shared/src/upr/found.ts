import type { PositionOfState } from './positions.ts';

/**
 * What a reader has found in somebody's list of recommendations. Readers propose and never decide: whatever was mended
 * or looks wrong carries a flag, and whatever was left aside is a finding, so that the preview can show all of it.
 */
export interface Found {
  format: FoundFormat;
  recommendations: FoundRecommendation[];
  findings: Finding[];
  /** How a table was read; null for running text. */
  table: FoundTable | null;
  /** The kind of file that the list came in; absent for pasted text. */
  file?: FileKind;
  /** How the letters of a text file were read; absent where there was nothing to choose. */
  encoding?: string;
  /** Words for a position that are not known, of a column or of lead-ins, so that somebody can say what they mean. */
  unknownPositions?: { value: string; count: number }[];
}

/** Kinds of files that lists come in. `text` is running text or a table of separated cells. */
export type FileKind = 'text' | 'pdf' | 'docx' | 'xlsx' | 'xls' | 'ods';

/** `report`: 118.1 under 118; `report-cycle-1`: 1. 2. 3. under 82; `list`: numbers without lead-in; `matrix`: the OHCHR table as lines. */
export type FoundFormat = 'report' | 'report-cycle-1' | 'list' | 'matrix' | 'table';

export interface FoundRecommendation {
  /** As text, with a cure already applied where one was found (flag `number-mended`). '' when there was none. */
  number: string;
  /** Without the recommending States in brackets at its end. */
  text: string;
  /** The same text in other languages, by language code, where the list has more than one column of them. */
  translations?: Readonly<Record<string, string>>;
  states: FoundState[];
  position: PositionOfState;
  themes: string[];
  /** Codes of SDG goals and targets, as `16` and `16.3`; absent where the list names none. */
  sdgs?: string[];
  source: string;
  /** First line (of a sheet: row, of a Word table: row) in the input, counted from 1. */
  line: number;
  flags: Flag[];
}

/** A recommending State: as printed, and its ISO 3166-1 alpha-3 code where the name is known. */
export interface FoundState {
  printed: string;
  code: string | null;
}

/** `detail` is what was printed (a number, a name, words), never a message. */
export interface Flag {
  kind: FlagKind;
  detail: string;
  /** What is proposed instead: a number, several parted by commas, or the code of a State. Nothing is done with it before somebody says so. */
  cure?: string;
}

/** How much each flag matters. `wrong`: decide before taking in; `look`: mended or doubtful, look at it; `note`: good to know. */
export const flagWeights = {
  'number-missing': 'wrong',
  'number-twice': 'wrong',
  'text-missing': 'wrong',
  'state-missing': 'wrong',
  'several-numbers': 'wrong',
  'number-mended': 'look',
  'number-rewritten': 'note',
  'number-out-of-order': 'look',
  'number-shortened': 'look',
  'number-without-figures': 'look',
  'number-as-date': 'look',
  'number-in-text': 'look',
  'lines-mended': 'look',
  'lines-left-out': 'look',
  'state-not-at-end': 'look',
  'state-unknown': 'look',
  'bracket-open': 'look',
  'position-unknown': 'look',
  'positions-differ': 'look',
  'text-too-long': 'look',
  'letters-damaged': 'look',
  'row-hidden': 'look',
  'text-cut': 'look',
  'own-pledge': 'look',
  'sdg-unknown': 'note',
  'words-glued': 'note',
  'hyphen-kept': 'note',
  'several-clauses': 'note',
} as const satisfies Record<string, 'wrong' | 'look' | 'note'>;

export type FlagKind = keyof typeof flagWeights;
export type FlagWeight = (typeof flagWeights)[FlagKind];

/** Something about the input as a whole. `line` is counted from 1. */
export type Finding =
  /** A paragraph that says what the State thinks of the recommendations below it. `position` null: its words are not known. */
  | { kind: 'lead-in'; line: number; number: string; words: string; position: PositionOfState | null }
  /** Page numbers and running heads that were taken out. */
  | { kind: 'furniture'; line: number; count: number; words: string }
  /** A number that several recommendations bear. */
  | { kind: 'twice'; line: number; count: number; words: string }
  /** Lines that belong to nothing known. */
  | { kind: 'unexplained'; line: number; count: number; words: string }
  /** Lines before the first recommendation. */
  | { kind: 'before'; line: number; count: number; words: string }
  /** Where the list ends ("All conclusions …", "Annex"), and how many lines follow that were not read. */
  | { kind: 'stopped'; line: number; count: number; words: string }
  /** Lines that were understood but have no place in the catalogue: SDGs, groups of persons, empty rows. */
  | { kind: 'not-taken'; line: number; count: number; words: string }
  /** More than a catalogue may hold; `words` is how many were kept. */
  | { kind: 'too-many'; line: number; count: number; words: string }
  /** A cell's quotation mark is never closed: what follows may all have become that cell. */
  | { kind: 'quote-open'; line: number; count: number; words: string }
  /** Numbers that the sheet holds as numbers, so that 110.10 may have become 110.1. */
  | { kind: 'stored-as-numbers'; line: number; count: number; words: string }
  /** Rows that the sheet hides, by hand or by a filter. */
  | { kind: 'hidden-rows'; line: number; count: number; words: string }
  /** Merged cells whose words were put on every row that they cover. */
  | { kind: 'merged'; line: number; count: number; words: string }
  /** Rows of other bodies than the Universal Periodic Review. */
  | { kind: 'other-bodies'; line: number; count: number; words: string }
  /** Columns whose headings are not known were told by what stands in them; their headings. */
  | { kind: 'columns-guessed'; line: number; count: number; words: string }
  /** Columns that are not taken; their headings. */
  | { kind: 'columns-left'; line: number; count: number; words: string }
  /** A title over rows of a table that speaks of their position. `position` null: its words are not known. */
  | { kind: 'title-position'; line: number; count: number; words: string; position: PositionOfState | null }
  /** Several tables that stand beside each other were read one after the other. */
  | { kind: 'tables-beside'; line: number; count: number; words: string }
  /** Rows that hold only States, which were added to the recommendation above each. */
  | { kind: 'states-below'; line: number; count: number; words: string }
  /** Other sheets that look like lists and are not read; their names. */
  | { kind: 'other-sheets'; line: number; count: number; words: string }
  /** Most of what was found has no recommending State: this may not be a list of recommendations at all. */
  | { kind: 'doubtful'; line: number; count: number; words: string };

/** How a table was read, so that it can be shown and changed. */
export interface FoundTable {
  /** '' for a sheet or a Word table. */
  separator: string;
  /** Whose export or list its headings show it to be; absent for others. */
  origin?: ListOrigin;
  /** What a Word list says about itself above its pages, such as State, cycle and session. */
  title?: string;
  /** The workbook's sheets, the one that was read marked. */
  sheets?: readonly FoundSheet[];
  /** How many rows are hidden in the sheet that was read. */
  hiddenRows?: number;
  /** The language of the texts, where their heading names it. */
  language?: string;
  /** One per column: its heading, and the field that it was taken for. */
  columns: { heading: string; field: TableField | null }[];
  /** What the table holds by State under review and by session; more than one means that somebody has to choose. */
  choices: Record<'reviewed' | 'session', { value: string; count: number }[]>;
}

/** The thematic list of OHCHR, the export of UPR Info, that of the Universal Human Rights Index. */
export type ListOrigin = 'ohchr-list' | 'upr-info' | 'human-rights-index';

/** A sheet of a workbook; `rows` is how many of its rows hold something. */
export interface FoundSheet {
  name: string;
  rows: number;
  hidden: boolean;
  read: boolean;
}

export type TableField =
  | 'number'
  | 'text'
  | 'state'
  | 'reviewed'
  | 'position'
  | 'themes'
  | 'persons'
  | 'sdgs'
  | 'comment'
  | 'session'
  | 'source'
  | 'body';

/** Every field that a column may be taken for, in the order in which they are offered. */
export const tableFields = [
  'number',
  'text',
  'state',
  'position',
  'themes',
  'sdgs',
  'source',
  'session',
  'reviewed',
  'persons',
  'comment',
  'body',
] as const satisfies readonly TableField[];

/**
 * Why nothing could be read. `not-text`: bytes of no known kind; `picture`, `old-word`, `other-file`: of a known kind that
 * holds no list; `protected`: opens with a password only; `damaged`: cut off or broken; `no-words`: a PDF of pictures;
 * `swells`: small outside and far too large inside; `too-many-rows`, `too-many-pages`; `too-slow`: given up after a time;
 * `not-loaded`: the reader of its kind did not come over the network.
 */
export type FoundProblem =
  | 'empty'
  | 'too-large'
  | 'not-text'
  | 'nothing-found'
  | 'unreadable'
  | 'picture'
  | 'old-word'
  | 'other-file'
  | 'protected'
  | 'damaged'
  | 'no-words'
  | 'swells'
  | 'too-many-rows'
  | 'too-many-pages'
  | 'too-slow'
  | 'not-loaded';
