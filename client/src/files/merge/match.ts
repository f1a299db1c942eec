import type { RecommendationId } from '@board/shared/ids';
import type { Recommendation } from '@board/shared/model/catalogue';
import { numberKey } from '@board/shared/upr/number-key';
import type { Incoming } from './incoming.ts';
import { finderByWords } from './same-words.ts';

/** Which recommendation of the catalogue one of a list is. */
export interface Match {
  one: Incoming;
  /** Null: the catalogue has it not. */
  there: Recommendation | null;
  by: 'number' | 'words';
}

/** A list beside a catalogue. */
export interface Matches {
  matched: Match[];
  /** They stand in the list before: their number, or, where it has none, their words. */
  twice: Incoming[];
  /** In the catalogue and not in the list. */
  missing: Recommendation[];
}

/** Of those whose number the catalogue does not have, at least this share must stand there in the same words for it to be the same list under other numbers. */
const sameList = 0.5;

/**
 * Finds each of a list in the catalogue: by the number that the list prints, the first of several; without one by its words.
 * A list most of whose unknown numbers stand under recommendations that the catalogue has in the same words brings their numbers.
 */
export function matchList(catalogue: readonly Recommendation[], list: readonly Incoming[]): Matches {
  const known = new Map<string, Recommendation>();
  for (const one of catalogue) {
    const key = numberKey(one.number);
    if (key !== '' && !known.has(key)) known.set(key, one);
  }
  const printed = new Set<string>();
  const claimed = new Set<RecommendationId>();
  const found = new Map<number, Match | 'twice'>();
  for (const one of list) {
    if (one.isNumberGiven) continue;
    const key = numberKey(one.number);
    const isTwice = key !== '' && printed.has(key);
    printed.add(key);
    const there = known.get(key) ?? null;
    if (there && !isTwice) claimed.add(there.id);
    found.set(one.key, isTwice ? 'twice' : { one, there, by: 'number' });
  }
  matchByWords(catalogue, list, found, claimed);
  giveFreeNumbers(list, found, new Set([...known.keys(), ...printed]));
  const answers = list.map((one) => ({ one, match: found.get(one.key)! }));
  return {
    matched: answers.flatMap(({ match }) => (match === 'twice' ? [] : match)),
    twice: answers.flatMap(({ one, match }) => (match === 'twice' ? one : [])),
    missing: catalogue.filter(({ id, number }) => !claimed.has(id) && !printed.has(numberKey(number))),
  };
}

/** Finds what the catalogue does not have by number. */
function matchByWords(
  catalogue: readonly Recommendation[],
  list: readonly Incoming[],
  found: Map<number, Match | 'twice'>,
  claimed: Set<RecommendationId>,
): void {
  const find = finderByWords(catalogue);
  const match = (one: Incoming, isFree: (id: RecommendationId) => boolean): Match | 'twice' => {
    const there = find(one.sought, ({ id }) => isFree(id));
    if (there === 'found-before') return 'twice';
    if (there) claimed.add(there.id);
    return { one, there, by: 'words' };
  };
  const isOpen = (answer: Match | 'twice' | undefined) => answer !== undefined && answer !== 'twice' && !answer.there;
  const strays = list.filter(({ key }) => isOpen(found.get(key)));
  const claimedNow = new Set<RecommendationId>();
  const renamed = strays.flatMap((one) => {
    const there = find(one.sought, ({ id }) => !claimed.has(id) && !claimedNow.has(id));
    if (there === null || there === 'found-before') return [];
    claimedNow.add(there.id);
    return [{ one, there, by: 'words' as const }];
  });
  if (renamed.length >= strays.length * sameList)
    for (const answer of renamed) {
      claimed.add(answer.there.id);
      found.set(answer.one.key, answer);
    }
  for (const one of list)
    if (one.isNumberGiven)
      found.set(
        one.key,
        match(one, (id) => !claimed.has(id)),
      );
}

/** Those that are new and have a number for want of one get another where somebody has theirs. */
function giveFreeNumbers(list: readonly Incoming[], found: Map<number, Match | 'twice'>, taken: Set<string>): void {
  const free = freeNumbers(taken);
  for (const one of list) {
    if (!one.isNumberGiven) continue;
    const answer = found.get(one.key)!;
    if (answer === 'twice' || answer.there) continue;
    const number = taken.has(numberKey(one.number)) ? free() : one.number;
    taken.add(numberKey(number));
    found.set(one.key, { ...answer, one: { ...one, number } });
  }
}

/** 1, 2, 3 …, but for those that are taken. Each is taken from then on. */
export function freeNumbers(taken: Set<string>): () => string {
  let next = 1;
  return () => {
    while (taken.has(numberKey(String(next)))) next += 1;
    taken.add(numberKey(String(next)));
    return String(next);
  };
}
