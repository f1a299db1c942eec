import type { Recommendation } from '@board/shared/model/catalogue';
import type { Found, FoundProblem } from '@board/shared/upr/found';
import type { ReadingChoices } from '../../files/import/choices.ts';
import { layMends, type Mend, mendsOf, sheetOf, type WaitingMend, withMend } from '../../files/import/mends.ts';
import { linesToLookAt, type PreviewLine, partedLines, previewLines } from '../../files/import/preview.ts';
import type { ReadingProgress } from '../../files/import/readers.ts';
import { numberTheRest } from '../../files/merge/numbering.ts';

/** Somebody's list: pasted, or a file. */
export type ListSource = string | Blob;

/** A list that was read, and what has been chosen and mended in it since. */
export interface ReadListState {
  source: ListSource;
  /** What was chosen last. */
  choices: ReadingChoices;
  /** With what the list that is shown was read; otherwise than `choices` while it is read again, and where nothing was found. */
  readWith: ReadingChoices;
  found: Found;
  /** The lines as they were read. */
  asRead: readonly PreviewLine[];
  lines: readonly PreviewLine[];
  /** Mends by hand that are not in the lines, since the list is read otherwise now, and those that were used all the same. */
  waiting: readonly WaitingMend[];
  lookFirst: ReadonlySet<number>;
  /** Counts the readings, so that what belongs to the one before can be told from what is of this one. */
  turn: number;
  /** The reading before this one, to go back to. */
  before: { choices: ReadingChoices; found: Found } | null;
  /** The same list is being read again with other choices; what is shown is of the reading before. */
  again: { progress: ReadingProgress | null } | null;
  /** Why nothing was found with the choices made last. */
  problem: FoundProblem | null;
  /** The language of the texts, where somebody has said it. */
  language: string | null;
  /** Gaps in the numbers, by their names, of which somebody has said that they are right. */
  acceptedGaps: ReadonlySet<string>;
}

/** A list that has been read. What was chosen and mended in the reading before stays, as far as it fits. */
export function listRead(
  source: ListSource,
  choices: ReadingChoices,
  found: Found,
  before: ReadListState | null,
): ReadListState {
  const asRead = previewLines(found);
  const { lines, waiting } = layMends(asRead, before ? allMends(before) : [], sheetOf(found));
  const isSame = before?.source === source;
  return {
    source,
    choices,
    readWith: choices,
    found,
    asRead,
    lines,
    waiting,
    // What was mended already stays where it was looked at.
    lookFirst: new Set([...linesToLookAt(asRead), ...linesToLookAt(lines)]),
    turn: before ? before.turn + 1 : 0,
    before: isSame ? { choices: before.readWith, found: before.found } : null,
    again: null,
    problem: null,
    language: before?.language ?? null,
    acceptedGaps: before?.acceptedGaps ?? new Set(),
  };
}

/** With the choices made last nothing was found: the list of before is kept. */
export function nothingRead(state: ReadListState, choices: ReadingChoices, problem: FoundProblem): ReadListState {
  return { ...state, choices, again: null, problem };
}

/** Takes the latest choice back: one that found nothing or is being carried out, else the one that the list was read with. Mends stay. */
export function asItWas(state: ReadListState): ReadListState {
  if (state.problem !== null || state.again !== null)
    return { ...state, choices: state.readWith, again: null, problem: null };
  const { before, source } = state;
  return before === null ? state : listRead(source, before.choices, before.found, state);
}

/** The list with a line in the place of the one with its key, or with as many as it is to be parted into. */
export function withLine(state: ReadListState, next: PreviewLine): ReadListState {
  if (next.partedBy) return withParted(state, next);
  return { ...state, lines: state.lines.map((line) => (line.key === next.key ? next : line)) };
}

/** As if the list had been read so: mends of the parts are told from what each of them was. */
function withParted(state: ReadListState, next: PreviewLine): ReadListState {
  const last = Math.max(...state.lines.map(({ key }) => key));
  const { partedBy = [] } = next;
  const part = (line: PreviewLine) => (line.key === next.key ? partedLines({ ...line, partedBy }, last) : [line]);
  const parts = partedBy.map((_, at) => (at === 0 ? next.key : last + at));
  return {
    ...state,
    asRead: state.asRead.flatMap(part),
    lines: state.lines.flatMap(part),
    lookFirst: new Set([...state.lookFirst, ...parts]),
  };
}

/** The list with numbers for the lines without one, the catalogue's where it has their words; what is left to look at is looked for anew. */
export function withNumbers(state: ReadListState, catalogue: readonly Recommendation[]): ReadListState {
  const lines = numberTheRest(state.lines, state.found, catalogue);
  return { ...state, lines, lookFirst: linesToLookAt(lines) };
}

/** Somebody has decided about a mend that waits: it is laid over what its line reads now, or given up. */
export function withDecided(state: ReadListState, mend: WaitingMend, isUsed: boolean): ReadListState {
  const others = state.waiting.filter((one) => one !== mend);
  if (!isUsed) return { ...state, waiting: others };
  const lines = state.lines.map((line) => (line.key === mend.key ? withMend(line, mend) : line));
  // Where its line reads as it did when it was written, it is laid unasked.
  return { ...state, lines, waiting: [...others, { ...mend, isDecided: true }] };
}

/** All that was mended by hand, the latest first. */
function allMends({ asRead, lines, found, waiting }: ReadListState): Mend[] {
  return [...mendsOf(asRead, lines, sheetOf(found)), ...waiting];
}

/** Lines that must stand in both of two texts for one to be the other, edited: share of the longer one's. */
const edited = 0.5;

/** What a list that is given now is to one that was left: the same, a pasted text that was edited since, or another. */
export function kinOf(left: ListSource, now: ListSource): 'same' | 'edited' | 'other' {
  if (left === now || isSameFile(left, now)) return 'same';
  if (typeof left !== 'string' || typeof now !== 'string') return 'other';
  const [before, after] = [left, now].map((text) => text.split(/[\r\n]+/).filter((line) => line.trim() !== ''));
  const known = new Set(before);
  const shared = after!.filter((line) => known.has(line)).length;
  return shared > Math.max(before!.length, after!.length) * edited ? 'edited' : 'other';
}

function isSameFile(left: ListSource, now: ListSource): boolean {
  if (!(left instanceof File && now instanceof File)) return false;
  return left.name === now.name && left.size === now.size && left.lastModified === now.lastModified;
}
