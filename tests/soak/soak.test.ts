import { beforeAll, expect, test } from 'vitest';
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
const limit = (seconds + 180) * 1_000;

let quiet: Promise<Quiet>;
beforeAll(() => {
  quiet = beQuiet(quietFor);
  quiet.catch(() => {});
});

const tell = (what: string, seen: object): void => console.log(`${what}: ${JSON.stringify(seen)}`);

test(`CA12 (O12) forty people type for ${seconds} s in one long strategy, on a slow network that loses connections`, {
  timeout: limit,
}, async () => {
  const seed = newSeed();
  const seen = await fortyType(seconds, new Random(seed));
  tell(`forty people type, seed ${seed}`, seen);
  expect([seen.wrongCells, seen.different]).toEqual([0, 0]);
  expect(seen.withinSecond).toBeGreaterThan(0.95);
  expect(Math.max(...seen.joined)).toBeLessThan(5_000);
  expect(seen.cuts).toBeGreaterThan(0);
  expect(seen.listening).toBeGreaterThan(120);
});

test('NE22 eighty people who come back in the same second after a restart have everything within ten seconds', {
  timeout: limit,
}, async () => {
  const seen = await everybodyReturns();
  tell('eighty people return', seen);
  expect(seen.lost).toEqual([]);
  expect(seen.took).toBeLessThan(10_000);
  expect(seen.blocked).toBeLessThan(1);
  expect(seen.heap[1]).toBeLessThan(seen.heap[0] * 1.2);
});

test('LO54 a document with a hundred thousand logged updates opens at once, and the log keeps every one of them', {
  timeout: limit,
}, async () => {
  const seen = await longHistory(updates);
  tell('a long history', seen);
  expect([seen.entries, seen.keys]).toEqual([updates, updates]);
  // 300 ms on a machine that does nothing else.
  expect(seen.opened).toBeLessThan(1_500);
});

test('LO55 a thousand rooms that were opened and left give their memory back', { timeout: limit }, async () => {
  const seen = await thousandRooms();
  tell('a thousand rooms', seen);
  expect(seen.during).toBeGreaterThan(seen.before * 1.2);
  expect(seen.after).toBeLessThan(seen.before * 1.2);
});

test('CA29 (O29) behind a proxy that cuts whoever is silent for 30 s, a quiet board loses no connection', {
  timeout: limit,
}, async () => {
  expect(await quiet).toEqual({ impatient: 0, drops: 0, isAlive: true });
});
