import { expect, test } from 'vitest';
import { statusOf } from './document-status.ts';
import { WaitingEdits } from './waiting-edits.ts';

function opened(): WaitingEdits {
  const waiting = new WaitingEdits();
  waiting.startOver();
  waiting.answered(false);
  waiting.stored(0);
  return waiting;
}

test('NE5 an edit waits until the server says it is stored, not until it was sent', () => {
  const waiting = opened();
  waiting.edited(['a']);
  waiting.sent();
  waiting.edited(['b']);
  waiting.sent();
  expect(waiting.places).toEqual(['a', 'b']);
  waiting.stored(1);
  expect(waiting.places).toEqual(['b']);
  waiting.stored(2);
  expect(waiting.count).toBe(0);
});

test('NE8 many keys in one field wait as one, until the last of them is stored', () => {
  const waiting = opened();
  for (let key = 0; key < 40; key++) {
    waiting.edited(['a']);
    waiting.sent();
  }
  waiting.edited(['b']);
  waiting.sent();
  expect(waiting.count).toBe(2);
  waiting.stored(39);
  expect(waiting.places).toEqual(['a', 'b']);
  waiting.stored(40);
  expect(waiting.places).toEqual(['b']);
});

test('NE5 edits made without a connection are covered by the answer to the server, once that is stored', () => {
  const waiting = new WaitingEdits();
  waiting.edited(['a', 'b']);
  waiting.edited(['c']);
  waiting.startOver();
  waiting.stored(0);
  expect([waiting.count, waiting.isSettled]).toEqual([3, false]);
  waiting.answered(false);
  waiting.edited(['d']);
  waiting.sent();
  waiting.stored(0);
  expect([waiting.places, waiting.isSettled]).toEqual([['d'], true]);
  waiting.stored(1);
  expect(waiting.count).toBe(0);
});

test('NE5 what was under way on a lost socket waits again', () => {
  const waiting = opened();
  waiting.edited(['a']);
  waiting.sent();
  waiting.startOver();
  waiting.stored(1);
  expect([waiting.count, waiting.isSettled]).toEqual([1, false]);
  waiting.answered(false);
  waiting.stored(0);
  expect(waiting.count).toBe(0);
});

test('NE5 an empty answer needs no word from the server: it has everything', () => {
  const waiting = new WaitingEdits();
  waiting.startOver();
  waiting.answered(true);
  expect([waiting.count, waiting.isSettled]).toEqual([0, true]);
});

const calm = {
  waiting: 0,
  kept: true,
  connected: true,
  late: false,
  settled: true,
  denied: null,
  refused: null,
  lastClose: null,
} as const;

test('NE6 saved is said only when connected, confirmed and nothing waits', () => {
  expect(statusOf(calm)).toEqual({ state: 'saved' });
  expect(statusOf({ ...calm, settled: false }).state).toBe('connecting');
  expect(statusOf({ ...calm, connected: false }).state).toBe('connecting');
  expect(statusOf({ ...calm, waiting: 1 }).state).toBe('waiting');
});

test('NE6 what waits is told with its number, whether it is kept on this device, and why the server went away', () => {
  expect(statusOf({ ...calm, waiting: 7, connected: false, kept: false, lastClose: 'stopping' })).toEqual({
    state: 'waiting',
    places: 7,
    connected: false,
    late: false,
    kept: false,
    why: 'stopping',
  });
});

test('NE6 a refusal outweighs a missing right, and that outweighs waiting edits', () => {
  expect(statusOf({ ...calm, waiting: 2, denied: 'strategy-closed', refused: 'not-joined' })).toEqual({
    state: 'refused',
    why: 'not-joined',
    places: 2,
  });
  expect(statusOf({ ...calm, waiting: 2, denied: 'strategy-closed' })).toEqual({
    state: 'read-only',
    why: 'strategy-closed',
    connected: true,
  });
});

test('NE9 a server that is there and confirms nothing is told of only while something waits on a connection', () => {
  expect(statusOf({ ...calm, waiting: 2, late: true })).toMatchObject({ state: 'waiting', late: true });
  expect(statusOf({ ...calm, waiting: 2, late: true, connected: false })).toMatchObject({ late: false });
  expect(statusOf({ ...calm, late: true })).toEqual({ state: 'saved' });
});

test('NE25 what another tab has left waits with what is under way, or with the next answer, and not at all where the server has it', () => {
  const waiting = opened();
  waiting.takenOver(['a']);
  expect(waiting.count).toBe(0);
  waiting.edited(['b']);
  waiting.sent();
  waiting.takenOver(['a', 'b']);
  expect(waiting.places).toEqual(['b', 'a']);
  waiting.stored(1);
  expect(waiting.count).toBe(0);
  waiting.startOver();
  waiting.takenOver(['c']);
  waiting.answered(false);
  expect(waiting.places).toEqual(['c']);
  waiting.stored(0);
  expect(waiting.count).toBe(0);
});
