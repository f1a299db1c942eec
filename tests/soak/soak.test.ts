import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSeed, Random } from '../sim/random.ts';
import { fortyType } from './forty.ts';
import { longHistory } from './history.ts';
import { beQuiet, type Quiet } from './quiet.ts';
import { everybodyReturns } from './return.ts';
import { thousandRooms } from './thousand-rooms.ts';

/** The full ten minutes by hand: `SOAK_SECONDS=600 pnpm test soak`. */
const seconds = Number(process.env['SOAK_SECONDS'] ?? 20);
/** Milliseconds in which nobody does anything, beside everything else here. */
const quietFor = 75_000;
const updates = 100_000;
/** Times that something is measured, at most: a machine that others use may be too slow at one time. What must be right must be right every time. */
const attempts = 3;
const limit = (seconds + 180) * attempts * 1_000;

let quiet: Promise<Quiet>;
const callOff = new AbortController();
beforeAll(() => {
  quiet = beQuiet(quietFor, callOff.signal);
  quiet.catch(() => {});
});
afterAll(async () => {
  callOff.abort();
  await quiet.catch(() => {});
});

/** Runs something, tells what was seen, and does so again while it was right but not `fast`. Answers the last. */
async function measured<Seen extends object>(
  what: string,
  run: () => Promise<Seen>,
  isRight: (seen: Seen) => void,
  isFast: (seen: Seen) => boolean,
): Promise<Seen> {
  for (let attempt = 1; ; attempt++) {
    const seen = await run();
    console.log(`${what}: ${JSON.stringify(seen)}`);
    isRight(seen);
    if (isFast(seen) || attempt === attempts) return seen;
  }
}

test(`CA12 (O12) forty people type for ${seconds} s in one long strategy, on a slow network that loses connections`, {
  timeout: limit,
}, async () => {
  const seed = newSeed();
  const seen = await measured(
    `forty people type, seed ${seed}`,
    () => fortyType(seconds, new Random(seed)),
    ({ wrongCells, different, cuts }) => expect([wrongCells, different, cuts > 0]).toEqual([0, 0, true]),
    ({ withinSecond, joined }) => withinSecond > 0.95 && Math.max(...joined) < 5_000,
  );
  expect(seen.withinSecond).toBeGreaterThan(0.95);
  expect(Math.max(...seen.joined)).toBeLessThan(5_000);
  expect(seen.listening).toBeGreaterThan(120);
});

test('NE22 eighty people who come back in the same second after a restart have everything within ten seconds', {
  timeout: limit,
}, async () => {
  const seen = await measured(
    'eighty people return',
    everybodyReturns,
    ({ lost }) => expect(lost).toEqual([]),
    ({ took, blocked }) => took < 10_000 && blocked < 1,
  );
  expect(seen.took).toBeLessThan(10_000);
  expect(seen.blocked).toBeLessThan(1);
  expect(seen.heap[1]).toBeLessThan(seen.heap[0] * 1.2);
});

test('LO54 a document with a hundred thousand logged updates opens within 300 ms, and the log keeps every one of them', {
  timeout: limit,
}, async () => {
  const seen = await measured(
    'a long history',
    () => longHistory(updates),
    ({ entries, keys }) => expect([entries, keys]).toEqual([updates, updates]),
    ({ opened }) => opened < 300,
  );
  expect(seen.opened).toBeLessThan(300);
});

test('LO55 a thousand rooms that were opened and left give their memory back', { timeout: limit }, async () => {
  const seen = await thousandRooms();
  console.log(`a thousand rooms: ${JSON.stringify(seen)}`);
  expect(seen.during).toBeGreaterThan(seen.before * 1.2);
  expect(seen.after).toBeLessThan(seen.before * 1.2);
});

test('CA29 (O29) behind a proxy that cuts whoever is silent for 30 s, a quiet board loses no connection', {
  timeout: limit,
}, async () => {
  expect(await quiet).toEqual({ impatient: 0, drops: 0, isAlive: true });
});
