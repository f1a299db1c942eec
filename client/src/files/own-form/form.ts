import type { Line } from '../../strategy/clipboard/lines.ts';

/** A strategy as a file in the table's own form says it, before it is known where it goes. Ids are '' where the file has none. */
export interface FormTable {
  /** What stands above the table: a group, a sheet. */
  title: string;
  rows: FormRow[];
}

/** A row of the form. */
export interface FormRow {
  id: string;
  /** '' for a row without a recommendation. */
  number: string;
  /** The recommendation's words, for a number that nobody knows. */
  words: string;
  priority: boolean;
  cluster: string;
  mechanisms: Line[];
  /** Codes of SDG goals and targets, or what stands in their place. */
  sdg: string[];
  actions: FormAction[];
  risks: FormRisk[];
}

/** An action of a row. `timeframe` is as it was written. */
export interface FormAction {
  id: string;
  text: Line[];
  indicator: Line[];
  resources: Line[];
  partners: Line[];
  timeframe: string;
  contribution: boolean;
}

/** A risk with the response to it. */
export interface FormRisk {
  id: string;
  risk: Line[];
  response: Line[];
}

/** Why a file cannot be taken in. */
export type FormProblem =
  | 'not-a-document'
  | 'protected'
  | 'damaged'
  | 'too-large'
  | 'no-table'
  | 'empty'
  /** What reads files did not come over the network. */
  | 'not-loaded';

/** What a column of the form holds; `references` and `risks` hold two things each. */
export type FormColumnKind =
  | 'number'
  | 'recommendation'
  | 'references'
  | 'mechanisms'
  | 'sdg'
  | 'text'
  | 'indicator'
  | 'resources'
  | 'partners'
  | 'timeframe'
  | 'risks'
  | 'risk'
  | 'response';

/** A row of which nothing is said yet. */
export function newRow(): FormRow {
  return {
    id: '',
    number: '',
    words: '',
    priority: false,
    cluster: '',
    mechanisms: [],
    sdg: [],
    actions: [],
    risks: [],
  };
}

/** True for an action of which nothing is said. */
export function isEmptyAction({ text, indicator, resources, partners, timeframe }: FormAction): boolean {
  return [text, indicator, resources, partners].every((lines) => lines.length === 0) && timeframe === '';
}

/** Lines without what is empty around them; none where nothing is said. */
export function trimmed(lines: readonly Line[]): Line[] {
  const isSaid = ({ spans }: Line) => spans.some((span) => span.kind === 'text' && span.text.trim() !== '');
  const first = lines.findIndex(isSaid);
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isSaid) + 1);
}

/** The words of lines. */
export function wordsOf(lines: readonly Line[]): string {
  return lines
    .map(({ spans }) => spans.map((span) => (span.kind === 'text' ? span.text : '\n')).join(''))
    .join('\n')
    .trim();
}
