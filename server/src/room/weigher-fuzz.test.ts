import { limits } from '@board/shared/protocol/limits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { work } from '../work.fixture.ts';
import { applyChecked } from './apply.ts';
import { type HandItem, handMade } from './hand-made.fixture.ts';
import { ListSizes } from './list-sizes.ts';
import { Ahead } from './placing.ts';
import { checkUpdate } from './strict.ts';
import { Weigher } from './weigher.ts';

type Id = [number, number];

/** One hand-made update: so many items of one kind, placed in one way, and so many deletions. */
const part = fc.record({
  client: fc.integer({ min: 1, max: 3 }),
  count: fc.constantFrom(1, 10, 300, 2_000, 6_000),
  way: fc.constantFrom('begin', 'behind', 'anywhere', 'between', 'afterOne', 'beforeOne', 'betweenTwo', 'key'),
  keys: fc.constantFrom(1, 3, 500),
  ranges: fc.constantFrom(0, 0, 5, 100, 5_000),
  step: fc.integer({ min: 1, max: 5 }),
  at: fc.nat(),
});
type Part = typeof part extends fc.Arbitrary<infer Value> ? Value : never;

/** What three client ids have written so far, and pseudo-random places in it. */
class Writers {
  readonly ends: Record<number, number> = { 1: 0, 2: 0, 3: 0 };
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(below: number): number {
    this.#state = (this.#state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((this.#state / 2_147_483_648) * below);
  }

  /** An id that is there when `client` has come to `clock`. */
  any(client: number, clock: number): Id | undefined {
    const of = 1 + this.next(3);
    const end = of === client ? clock : this.ends[of]!;
    return end > 0 ? [of, this.next(end)] : undefined;
  }
}

function update(
  writers: Writers,
  { client, count, way, keys, ranges, step }: Part,
): { bytes: Uint8Array; end: number } {
  const start = writers.ends[client]!;
  let clock = start;
  const [one, two] = [writers.any(client, clock), writers.any(client, clock)];
  const items: HandItem[] = [];
  for (let at = 0; at < count; at++) {
    const [here, there] = [writers.any(client, clock), writers.any(client, clock)];
    const places: Record<Part['way'], object | false | undefined> = {
      begin: false,
      behind: clock > 0 && { origin: [client, clock - 1] },
      anywhere: here && { origin: here },
      between: here && there && { origin: here, right: there },
      afterOne: one && { origin: one },
      beforeOne: one && { right: one },
      betweenTwo: one && two && { origin: one, right: two },
      key: { parent: 'text', sub: `s${at % 3}` },
    };
    const kind = writers.next(4);
    const text = 'ab'.repeat(1 + writers.next(3));
    const content = kind === 0 ? { mark: `k${writers.next(keys)}`, value: 'v' } : kind === 1 ? { map: true } : { text };
    items.push({ ...(places[way] || { parent: 'text' }), ...content } as HandItem);
    clock += kind > 1 ? text.length : 1;
  }
  const deletes: [number, number, number][] = [];
  for (const of of [1, 2, 3]) {
    const end = of === client ? clock : writers.ends[of]!;
    for (let at = writers.next(3); deletes.length < ranges && at + step < end; at += step + writers.next(4)) {
      deletes.push([of, at, step]);
    }
  }
  return { bytes: handMade([{ client, clock: start, items }], deletes), end: clock };
}

test('WI69 whatever weighs little costs little, however an update is made', () => {
  let [light, longest, longestWeighing] = [0, 0, 0];
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 6 }), fc.nat(2 ** 31 - 1), (parts, seed) => {
      const doc = new Y.Doc();
      // A text that knows that it is one tidies its marks.
      doc.getText('text');
      const writers = new Writers(seed);
      for (const one of parts) {
        const { bytes, end } = update(writers, one);
        const weigher = new Weigher({ doc, ahead: new Ahead(), sizes: new ListSizes() });
        let steps = Number.POSITIVE_INFINITY;
        const weighing = work(() => {
          const stateOf = (client: number): number => Y.getState(doc.store, client);
          const checked = checkUpdate(bytes, stateOf, () => 0, { doc, weigher });
          if (checked.ok) steps = weigher.weigh();
        });
        longestWeighing = Math.max(longestWeighing, weighing);
        if (steps > 20 * limits.stepsPerUpdate) continue;
        const took = work(() => expect(applyChecked(doc, [bytes]).ok).toBe(true));
        writers.ends[one.client] = end;
        if (steps > limits.stepsPerUpdate) continue;
        light += 1;
        longest = Math.max(longest, took);
      }
    }),
    { seed: 30, numRuns: 60 },
  );
  expect(light).toBeGreaterThan(50);
  expect(longest).toBeLessThan(limits.trialApplyMs);
  expect(longestWeighing).toBeLessThan(limits.trialApplyMs);
});
