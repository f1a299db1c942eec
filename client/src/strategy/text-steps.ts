import type { TextChange } from '@board/shared/model/plain-edit';

/**
 * How one text became another, from its beginning on: signs that stayed, that went, that came. What is not named at the
 * end has stayed. Only lengths: the signs themselves stand in the texts.
 */
export interface Step {
  kind: 'keep' | 'drop' | 'add';
  length: number;
}

/** A change of one's own, told for a text that others have changed meanwhile. */
export interface Rebased {
  /** What to do there, from the end to the beginning, so that no place moves before its turn. */
  changes: TextChange[];
  /** How one's own text, with the change, has become the text of all. */
  steps: Step[];
}

/** The steps of a single replacement. */
export function stepsOf({ at, removed, inserted }: TextChange): Step[] {
  return tidy([
    { kind: 'keep', length: at },
    { kind: 'drop', length: removed },
    { kind: 'add', length: inserted.length },
  ]);
}

/** First these steps, then those, as steps of the first text. */
export function followedBy(first: readonly Step[], second: readonly Step[]): Step[] {
  const steps: Step[] = [];
  const left = new Left(first);
  for (const { kind, length } of second) {
    if (kind === 'add') {
      steps.push({ kind, length });
      continue;
    }
    for (let rest = length; rest > 0; ) {
      const part = left.take(rest);
      if (part.kind !== 'drop') rest -= part.length;
      if (part.kind === 'drop' || kind === 'keep') steps.push(part);
      else if (part.kind === 'keep') steps.push({ kind: 'drop', length: part.length });
    }
  }
  return tidy([...steps, ...left.rest()]);
}

/** Where a place between two signs lies after these steps: behind the same sign as before. */
export function placeAfter(steps: readonly Step[], place: number): number {
  let before = 0;
  let after = 0;
  for (const { kind, length } of steps) {
    if (before >= place) return after;
    const part = kind === 'add' ? length : Math.min(length, place - before);
    if (kind !== 'add') before += part;
    if (kind !== 'drop') after += part;
  }
  return after + Math.max(0, place - before);
}

/**
 * A change that was made in one's own text, for the text that these steps have led to. What others have written between
 * signs that are removed stays, and what they have removed is not removed again.
 */
export function rebasedOver(steps: readonly Step[], { at, removed, inserted }: TextChange): Rebased {
  const before = new Left(steps);
  const now: Step[] = [];
  const changes: TextChange[] = [];
  let place = 0;
  for (let rest = at; rest > 0; ) {
    const part = before.take(rest);
    now.push(part);
    if (part.kind !== 'add') rest -= part.length;
    if (part.kind !== 'drop') place += part.length;
  }
  // What replaces signs goes to where they were; what replaces none goes right behind the sign before it.
  while (removed > 0 && before.next === 'add') {
    const part = before.take(Number.POSITIVE_INFINITY);
    now.push(part);
    place += part.length;
  }
  if (inserted !== '') changes.push({ at: place, removed: 0, inserted });
  now.push({ kind: 'keep', length: inserted.length });
  for (let rest = removed; rest > 0; ) {
    const part = before.take(rest);
    if (part.kind === 'add') {
      now.push(part);
      place += part.length;
      continue;
    }
    rest -= part.length;
    if (part.kind === 'drop') continue;
    changes.push({ at: place, removed: part.length, inserted: '' });
    place += part.length;
  }
  return { changes: joined(changes).reverse(), steps: tidy([...now, ...before.rest()]) };
}

/** What is put where the first signs are removed is one replacement. */
function joined([first, second, ...others]: TextChange[]): TextChange[] {
  if (!first || !second) return first ? [first] : [];
  if (first.inserted === '' || first.at !== second.at) return [first, second, ...others];
  return [{ ...second, inserted: first.inserted }, ...others];
}

/** Neighbours of one kind are one step, and what stays at the end is not named. */
function tidy(steps: readonly Step[]): Step[] {
  const kept: Step[] = [];
  for (const { kind, length } of steps) {
    if (length === 0) continue;
    const last = kept.at(-1);
    if (last?.kind === kind) kept[kept.length - 1] = { kind, length: last.length + length };
    else kept.push({ kind, length });
  }
  if (kept.at(-1)?.kind === 'keep') kept.pop();
  return kept;
}

/** Steps that are taken piece by piece; behind the last one everything stays. */
class Left {
  readonly #steps: Step[];

  constructor(steps: readonly Step[]) {
    this.#steps = [...steps];
  }

  /** What the next piece will be. */
  get next(): Step['kind'] {
    return this.#steps[0]?.kind ?? 'keep';
  }

  /** The next piece, at most this long. */
  take(most: number): Step {
    const [first] = this.#steps;
    if (!first) return { kind: 'keep', length: most };
    if (first.length <= most) {
      this.#steps.shift();
      return first;
    }
    this.#steps[0] = { kind: first.kind, length: first.length - most };
    return { kind: first.kind, length: most };
  }

  rest(): Step[] {
    return this.#steps;
  }
}
