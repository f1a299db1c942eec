import type { StrategyRow } from '@board/shared/model/strategy';
import { type FormAction, type FormRisk, wordsOf } from './form.ts';

type Part = FormAction | FormRisk;
type There = StrategyRow['actions'][number] | StrategyRow['risks'][number];

/**
 * Where the actions or risks of a file's row go among those of the table's row, by their places: each to the one that has
 * its id, or its words where it has lost that; what is new in a row goes behind what it has, in order.
 */
export function placesIn(parts: readonly Part[], there: readonly There[]): number[] {
  const owners = ownersOf(parts, there);
  const taken = new Set([...owners.keys()]);
  const known = parts.map((part) => {
    const one =
      there.find(({ id }) => (owners.get(part.id) === part ? id === part.id : false)) ?? sameIn(part, there, taken);
    if (one) taken.add(one.id);
    return one ? there.indexOf(one) : -1;
  });
  let next = known.some((at) => at >= 0) || there.length === 0 ? there.length : usedOf(there);
  return known.map((at) => {
    if (at >= 0) return at;
    next += 1;
    return next - 1;
  });
}

/** One that says the same, and that no other part is. */
export function sameIn(part: Part, there: readonly There[], taken: ReadonlySet<string>): There | undefined {
  const words = lettersOf(wordsIn(part));
  return part.id === '' && words !== ''
    ? there.find((one) => !taken.has(one.id) && lettersOf(wordsThere(one)) === words)
    : undefined;
}

/** Somebody copies a line of a sheet to write another one: of several with one id that one keeps it which is most like what it was, else the first. */
function ownersOf(parts: readonly Part[], there: readonly There[]): Map<string, Part> {
  const owners = new Map<string, Part>();
  for (const part of parts) {
    const one = there.find(({ id }) => id === part.id);
    const first = owners.get(part.id);
    if (one && (!first || likeness(part, one) > likeness(first, one))) owners.set(part.id, part);
  }
  return owners;
}

/** How many letters and figures are the same from the beginning. */
function likeness(part: Part, there: There): number {
  const after = lettersOf(wordsIn(part));
  const before = lettersOf(wordsThere(there));
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  return at;
}

/** The first of its cells that says something. */
function wordsIn(part: Part): string {
  const cells =
    'risk' in part ? [part.risk, part.response] : [part.text, part.indicator, part.resources, part.partners];
  return cells.map(wordsOf).find(Boolean) ?? '';
}

function wordsThere(there: There): string {
  const cells =
    'risk' in there ? [there.risk, there.response] : [there.text, there.indicator, there.resources, there.partners];
  return cells.find(Boolean) ?? '';
}

/** Addresses that stand in brackets behind the words of a link are left out: a sheet whose forms are lost has them as words. */
function lettersOf(text: string): string {
  return text.replace(/ \((?:https?|mailto):\S+\)/g, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** Empty parts at the end are there to be written in. */
function usedOf(there: readonly object[]): number {
  return (
    there.findLastIndex((one) =>
      ['text', 'indicator', 'resources', 'partners', 'risk', 'response'].some(
        (cell) => (one as Record<string, unknown>)[cell],
      ),
    ) + 1
  );
}
