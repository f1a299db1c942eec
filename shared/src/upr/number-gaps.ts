import { compareNumbers } from './numbers.ts';

/** Whatever bears a recommendation's number. */
interface Numbered {
  number: string;
}

/** Numbers of one section that are missing one behind the other. */
export interface NumberGap<One extends Numbered> {
  first: string;
  last: string;
  count: number;
  /** Who bears the number before them; null where a section does not begin with 1. */
  after: One | null;
  /** Who bears the number behind them. */
  before: One;
}

const parted = /^(\d{1,3})\.(\d{1,4})$/;

/**
 * The numbers that are missing in each section between 1 and the last that is there, in their order, whatever order the
 * list is in. Of several that bear one number the first is named as a neighbour.
 */
export function numberGaps<One extends Numbered>(list: readonly One[]): NumberGap<One>[] {
  const places = list.flatMap((one) => {
    const parts = parted.exec(one.number);
    return parts ? [{ one, section: parts[1]!, item: Number(parts[2]) }] : [];
  });
  const gaps: NumberGap<One>[] = [];
  for (const [section, members] of Map.groupBy(places, (place) => place.section)) {
    let last: (typeof members)[number] | null = null;
    for (const place of members.toSorted((a, b) => a.item - b.item)) {
      const from = (last?.item ?? 0) + 1;
      const count = place.item - from;
      if (count > 0)
        gaps.push({
          first: `${section}.${from}`,
          last: `${section}.${place.item - 1}`,
          count,
          after: last?.one ?? null,
          before: place.one,
        });
      if (place.item !== last?.item) last = place;
    }
  }
  return gaps.sort((a, b) => compareNumbers(a.first, b.first));
}
