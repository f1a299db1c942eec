import type { Found } from '@board/shared/upr/found';
import type { PreviewLine } from './preview.ts';

/** What somebody can change in a line by hand. */
export const mendedFields = ['number', 'text', 'states', 'position', 'included'] as const;
export type MendedField = (typeof mendedFields)[number];

/** One thing that somebody has changed in one line by hand. */
export interface Mend {
  /** The sheet of a workbook that the line is in; '' for other lists. */
  sheet: string;
  field: MendedField;
  /** The line as it was read, and as it was mended. */
  was: PreviewLine;
  now: PreviewLine;
  /** It was used in a list that is read otherwise: nothing is asked about it there any more. */
  isDecided?: true;
}

/** A mend that is not in the list as it was read anew. */
export interface WaitingMend extends Mend {
  /** The line that is in its place now, and reads otherwise than when it was mended; null where the list has no such line. */
  key: number | null;
}

/** The sheet that was read; '' where there is none to choose. */
export function sheetOf({ table }: Found): string {
  return table?.sheets?.find(({ read }) => read)?.name ?? '';
}

/**
 * What differs by hand between a list as it was read and as it is now. Both have the same lines in the same order. Numbers that
 * all lines were given for want of any are not by hand: where other lines are read they would no longer begin with 1.
 */
export function mendsOf(asRead: readonly PreviewLine[], lines: readonly PreviewLine[], sheet: string): Mend[] {
  return lines.flatMap((now, at) => {
    const was = asRead[at];
    if (was === undefined || was === now) return [];
    const isGiven = (field: MendedField) => field === 'number' && now.number === now.givenNumber;
    const fields = mendedFields.filter((field) => heldBy(was, field) !== heldBy(now, field) && !isGiven(field));
    return fields.map((field) => ({ sheet, field, was, now }));
  });
}

/**
 * Lays mends over a list that was read anew; of two for the same thing the first counts. A line is known again where two
 * of its place, its number as it was read and its text are the same, and only where one line is so. Whether it is taken in
 * and its position are what somebody has said about it, and hold however it reads now; a number, a text and States were
 * written over others, and wait where these are others now.
 */
export function layMends(
  asRead: readonly PreviewLine[],
  mends: readonly Mend[],
  sheet: string,
): { lines: PreviewLine[]; waiting: WaitingMend[] } {
  const lines = [...asRead];
  const laid = new Set<string>();
  const placeOf = mends.length > 0 ? finderIn(asRead) : () => null;
  const open: { mend: Mend; at: number | null }[] = [];
  for (const mend of mends) {
    const at = mend.sheet === sheet ? placeOf(mend.was) : null;
    const place = `${at} ${mend.field}`;
    if (at !== null && laid.has(place)) continue;
    if (at === null || !fits(mend, asRead[at]!)) open.push({ mend, at });
    else {
      lines[at] = withMend(lines[at]!, mend);
      laid.add(place);
    }
  }
  const waiting = open.flatMap(({ mend, at }): WaitingMend[] => {
    if (at === null) return [{ ...mend, key: null }];
    const isThere = heldBy(lines[at]!, mend.field) === heldBy(mend.now, mend.field);
    return isThere ? [] : [{ ...mend, key: lines[at]!.key }];
  });
  return { lines, waiting };
}

/** Whether a mend says something about the line, or was written over what the line still reads. */
function fits({ field, was }: Mend, read: PreviewLine): boolean {
  return field === 'position' || field === 'included' || heldBy(read, field) === heldBy(was, field);
}

/** The line with what was changed. */
export function withMend(line: PreviewLine, { field, now }: Mend): PreviewLine {
  const isChosen = field === 'position' && now.isPositionChosen;
  return { ...line, [field]: now[field], ...(isChosen && { isPositionChosen: true }) };
}

/** What a line holds, to be compared. */
function heldBy(line: PreviewLine, field: MendedField): string {
  switch (field) {
    case 'number':
    case 'text':
      return line[field].trim();
    case 'included':
      return String(line.included);
    case 'position':
      return `${line.position} ${line.isPositionChosen ?? false}`;
    case 'states':
      return line.states.map(({ printed, code }) => `${printed} ${code}`).join('\n');
  }
}

/** Ways in which a line is known again, the surest first. */
const traits: readonly ((line: PreviewLine) => string)[] = [
  ({ line, number }) => `${line} ${number}`,
  ({ line, text }) => `${line} ${text}`,
  ({ number, text }) => `${number} ${text}`,
];

/** Finds the place of a line that was read before; null where there is none, or several. */
function finderIn(lines: readonly PreviewLine[]): (was: PreviewLine) => number | null {
  const known = traits.map((trait) => {
    const places = new Map<string, number | null>();
    for (const [at, line] of lines.entries()) {
      const own = trait(line);
      places.set(own, places.has(own) ? null : at);
    }
    return places;
  });
  return (was) => {
    for (const [index, trait] of traits.entries()) {
      const place = known[index]!.get(trait(was)) ?? null;
      if (place !== null) return place;
    }
    return null;
  };
}
