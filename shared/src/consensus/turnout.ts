import type { GroupTurnout, TurnoutOfGroup } from '../vote-parts.ts';

/** A group with fewer people on the roll is counted together with others: who has not voted yet would be known by name. */
export const smallestGroup = 4;

/**
 * Turnout by group, in the given order. Small groups are summed up as the others; and as long as these are few people
 * themselves, the smallest group that is left joins them, since what is left of the whole could be subtracted. Null where no
 * group can be shown beside others.
 */
export function turnoutByGroup(all: readonly TurnoutOfGroup[]): GroupTurnout | null {
  const sumOf = (groups: readonly TurnoutOfGroup[], what: 'people' | 'voted'): number =>
    groups.reduce((sum, group) => sum + group[what], 0);
  const summed = new Set(all.filter(({ people }) => people < smallestGroup));
  const left = (): TurnoutOfGroup[] => all.filter((group) => !summed.has(group));
  while (summed.size > 0 && sumOf([...summed], 'people') < smallestGroup && left().length > 0)
    summed.add(left().reduce((smallest, group) => (group.people < smallest.people ? group : smallest)));
  const groups = left();
  if (groups.length === 0 || groups.length + summed.size < 2) return null;
  const together = [...summed];
  return {
    groups,
    others: together.length === 0 ? null : { people: sumOf(together, 'people'), voted: sumOf(together, 'voted') },
  };
}
