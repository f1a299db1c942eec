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
}

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
  source: string;
  /** First line in the input, counted from 1. */
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
}

/** How much each flag matters. `wrong`: decide before taking in; `look`: mended or doubtful, look at it; `note`: good to know. */
export const flagWeights = {
  'number-missing': 'wrong',
  'number-twice': 'wrong',
  'text-missing': 'wrong',
  'state-missing': 'wrong',
  'number-mended': 'look',
  'number-out-of-order': 'look',
  'number-in-text': 'look',
  'lines-mended': 'look',
  'lines-left-out': 'look',
  'state-not-at-end': 'look',
  'state-unknown': 'look',
  'bracket-open': 'look',
  'position-unknown': 'look',
  'text-too-long': 'look',
  'letters-damaged': 'look',
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
  /** Numbers between the first and the last that are not there. */
  | { kind: 'gap'; line: number; count: number; words: string }
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
  /** Most of what was found has no recommending State: this may not be a list of recommendations at all. */
  | { kind: 'doubtful'; line: number; count: number; words: string };

/** How a table was read, so that it can be shown and changed. */
export interface FoundTable {
  encoding: string;
  separator: string;
  /** One per column: its heading, and the field that it was taken for. */
  columns: { heading: string; field: TableField | null }[];
  /** What the table holds by State under review and by session; more than one means that somebody has to choose. */
  choices: Record<'reviewed' | 'session', { value: string; count: number }[]>;
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
  | 'source';

/** Why nothing could be read. */
export type FoundProblem = 'empty' | 'too-large' | 'not-text' | 'nothing-found' | 'unreadable';
