import type { Flag } from '@board/shared/upr/found';
import { countNumbers, isTwice, type PreviewLine } from './preview.ts';

/**
 * Numbers that lines may have been meant to have, by the lines' keys: for lines without a number, with one that stands
 * twice, or with one out of order, whose neighbours leave exactly one free; and for one of two equal numbers that a sheet
 * may have shortened, the number with its zero. Proposed, never taken.
 */
export function proposeNumbers(lines: readonly PreviewLine[]): ReadonlyMap<number, string> {
  const included = lines.filter((line) => line.included);
  const counts = countNumbers(lines);
  const given = new Set(counts.keys());
  const proposals = new Map<number, string>();
  included.forEach((line, index) => {
    const isDoubtful = line.number === '' || isTwice(line, counts) || isOutOfOrder(line);
    if (!isDoubtful) return;
    const between = numberBetween(included[index - 1]?.number, included[index + 1]?.number);
    // Of two equal numbers the one in its place keeps it.
    if (between === line.number) return;
    const number = between ?? (isTwice(line, counts) ? withZero(line, included, index) : null);
    if (number === null || given.has(number)) return;
    given.add(number);
    proposals.set(line.key, number);
  });
  return proposals;
}

/** The line with a proposal applied: a number, the number as printed, the State that was meant, or the numbers that it is to be parted by. */
export function applyCure(line: PreviewLine, { kind, detail, cure }: Flag): PreviewLine {
  if (cure === undefined) return line;
  if (kind === 'several-numbers') return { ...line, partedBy: cure.split(', ') };
  if (kind !== 'state-unknown') return { ...line, number: cure };
  const states = line.states.map((state) =>
    state.code === null && state.printed === detail ? { ...state, code: cure } : state,
  );
  return { ...line, states };
}

function isOutOfOrder(line: PreviewLine): boolean {
  return line.flags.some((flag) => flag.kind === 'number-out-of-order' && flag.detail === line.number);
}

interface Parts {
  section: string;
  item: number;
}

function partsOf(number: string | undefined): Parts | null {
  const parts = /^(\d{1,3})\.(\d{1,4})$/.exec(number ?? '');
  return parts ? { section: parts[1]!, item: Number(parts[2]) } : null;
}

/** 118.9 between 118.8 and 118.10; null where there is not exactly one. */
function numberBetween(before: string | undefined, after: string | undefined): string | null {
  const [from, to] = [partsOf(before), partsOf(after)];
  const isOne = from && to && from.section === to.section && to.item - from.item === 2;
  return isOne ? `${from.section}.${from.item + 1}` : null;
}

/** 118.10 for the later of two 118.1, where there are numbers beyond it. */
function withZero(line: PreviewLine, included: readonly PreviewLine[], index: number): string | null {
  const parts = partsOf(line.number);
  const isFirst = included.findIndex((one) => one.number === line.number) === index;
  if (parts === null || isFirst) return null;
  const isBeyond = included.some((one) => {
    const other = partsOf(one.number);
    return other?.section === parts.section && other.item > parts.item * 10;
  });
  return isBeyond ? `${line.number}0` : null;
}
