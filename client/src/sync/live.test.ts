import type { LiveView } from '@board/shared/live-view';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveConnection, parseLiveMessage, pauseBefore } from './live.ts';

interface Opened {
  message: (data: unknown) => void;
  closed: (code: number, reason: string) => void;
  isClosed: boolean;
}

let opened: Opened[] = [];
const view = { stage: 'lobby', groups: {} } as unknown as LiveView;
const snapshot = (now: number): string => JSON.stringify({ type: 'snapshot', now, view });

function connect(): LiveConnection {
  return new LiveConnection({
    open: (handlers) => {
      const socket: Opened = { ...handlers, isClosed: false };
      opened.push(socket);
      return {
        close: () => {
          socket.isClosed = true;
        },
      };
    },
    now: () => 1000,
    random: () => 1,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
});
afterEach(() => vi.useRealTimers());

test('NE1 a lost connection is tried again with growing pauses that end at fifteen seconds', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7].map((attempt) => pauseBefore(attempt, 1));
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
  expect(pauseBefore(3, 0)).toBe(1000);
  const live = connect();
  opened[0]?.message(snapshot(5000));
  expect(live.getSnapshot().status).toEqual({ state: 'live' });
  opened[0]?.closed(1006, '');
  expect(live.getSnapshot().status).toEqual({ state: 'away', why: null });
  expect(live.getSnapshot().view).toEqual(view);
  vi.advanceTimersByTime(500);
  opened[1]?.closed(4503, 'stopping');
  expect(live.getSnapshot().status).toEqual({ state: 'away', why: 'stopping' });
  vi.advanceTimersByTime(499);
  expect(opened.length).toBe(2);
  vi.advanceTimersByTime(1);
  expect(opened.length).toBe(3);
});

test('NE2 a final refusal ends the attempts and keeps its reason', () => {
  const live = connect();
  opened[0]?.closed(4401, 'not-joined');
  expect(live.getSnapshot().status).toEqual({ state: 'refused', why: 'not-joined' });
  vi.advanceTimersByTime(120_000);
  live.retryNow();
  expect(opened.length).toBe(1);
});

test('NE3 the server’s clock is used, however wrong this device’s clock is', () => {
  const live = connect();
  opened[0]?.message(snapshot(601_000));
  expect(live.serverNow()).toBe(601_000);
});

test('NE1 the network coming back is used at once', () => {
  const live = connect();
  opened[0]?.closed(1006, '');
  live.retryNow();
  expect(opened.length).toBe(2);
  live.drop();
  expect(opened[1]?.isClosed).toBe(true);
  expect(live.getSnapshot().status).toEqual({ state: 'away', why: null });
});

test('NE4 what is not a live message changes nothing', () => {
  const live = connect();
  opened[0]?.message(snapshot(1000));
  const before = live.getSnapshot();
  for (const data of ['', '{', 'null', '{"type":"patch","now":1}', '{"type":"snapshot","now":1}', new ArrayBuffer(3)]) {
    expect(parseLiveMessage(data)).toBeNull();
    opened[0]?.message(data);
  }
  expect(live.getSnapshot()).toBe(before);
});

test('NE13 silence is taken for a dead connection, and a word that changes nothing is a word', () => {
  const live = connect();
  opened[0]?.message(snapshot(1000));
  const before = live.getSnapshot();
  for (let beat = 0; beat < 4; beat++) {
    vi.advanceTimersByTime(25_000);
    opened[0]?.message('{"type":"patch","now":2000,"changes":[]}');
  }
  expect(live.getSnapshot()).toBe(before);
  expect(live.serverNow()).toBe(2000);
  vi.advanceTimersByTime(40_000);
  expect([opened[0]?.isClosed, live.getSnapshot().status.state]).toEqual([true, 'away']);
  vi.advanceTimersByTime(500);
  expect(opened.length).toBe(2);
  vi.advanceTimersByTime(40_000);
  expect(opened[1]?.isClosed).toBe(true);
});

test('NE2 who has joined since comes back after a final refusal', () => {
  const live = connect();
  opened[0]?.closed(4410, 'link-revoked');
  live.comeBack();
  expect([opened.length, live.getSnapshot().status.state]).toEqual([2, 'connecting']);
  live.comeBack();
  expect(opened.length).toBe(2);
});

test('NE14 attempts that bring nothing are counted until one does', () => {
  const live = connect();
  for (let attempt = 0; attempt < 3; attempt++) {
    opened.at(-1)?.closed(1006, '');
    vi.advanceTimersByTime(15_000);
  }
  expect(live.getSnapshot().failures).toBe(3);
  opened.at(-1)?.message(snapshot(1000));
  expect(live.getSnapshot().failures).toBe(0);
});
