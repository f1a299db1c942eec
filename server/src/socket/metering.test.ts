import { limits } from '@board/shared/protocol/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { systemClock } from '../adapters/system-clock.ts';
import { linesInAll } from '../lines.ts';
import type { Journal, Meter } from '../ports.ts';
import { ManualClock } from '../room/room.fixture.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { linesOfPerson } from './refusal-lines.ts';
import { Browser, ownDocument, type Served, serve, workshop } from './socket.fixture.ts';

let served: Served;
const open = { sync: 0, live: 0 };
let refused: string[];
const meter: Meter = {
  ...unmetered,
  sockets(kind, change) {
    open[kind] += change;
  },
  refused: (reason) => void refused.push(reason),
};

beforeEach(async () => {
  refused = [];
  served = await serve(systemClock(), null, meter);
  served.gate.let('ann');
});
afterEach(() => served.close());

const socketOf = (path: string, token = 'ann', origin?: string): WebSocket => {
  const headers = { cookie: `wb_${workshop}=${token}`, ...(origin === undefined ? {} : { origin }) };
  const socket = new WebSocket(`ws://${served.address}${path}`, { headers });
  socket.on('error', () => {});
  return socket;
};
const opened = (socket: WebSocket) => new Promise((resolve) => socket.once('open', resolve));

test('DO63 Sockets are counted by kind while they are open', async () => {
  const sockets = [
    socketOf(`/sync/${workshop}/board`),
    socketOf(`/sync/${workshop}/board`),
    socketOf(`/live/${workshop}`),
  ];
  await Promise.all(sockets.map(opened));
  await expect.poll(() => open).toEqual({ sync: 2, live: 1 });
  sockets[0]!.close();
  sockets[1]!.terminate();
  await expect.poll(() => open).toEqual({ sync: 0, live: 1 });
  await served.sockets.close();
  expect(open).toEqual({ sync: 0, live: 0 });
  expect(refused).toEqual(['stopping']);
});

test('DO63 Every refusal of a socket is counted once, by its code', async () => {
  socketOf('/elsewhere');
  socketOf(`/live/${workshop}`, 'ann', 'http://evil.example');
  socketOf(`/live/${workshop}`, 'nobody');
  socketOf(`/sync/${workshop}/notes`);
  const large = socketOf(`/sync/${workshop}/board`);
  await opened(large);
  large.send(new Uint8Array(limits.frameBytes + 1));
  const reasons = ['foreign-origin', 'not-joined', 'too-large', 'unknown-document', 'unknown-route'];
  await expect.poll(() => [...refused].sort()).toEqual(reasons);
  await expect.poll(() => open).toEqual({ sync: 0, live: 0 });
  expect([...refused].sort()).toEqual(reasons);
});

/** A server whose lines are kept, and time that a test passes. */
async function serveWithLines(): Promise<{ clock: ManualClock; lines: object[] }> {
  await served.close();
  const clock = new ManualClock();
  const lines: object[] = [];
  const note = (event: string, facts: object = {}): void => void lines.push({ event, ...facts });
  const journal: Journal = { info: note, warn: note, error: note };
  served = await serve(clock, null, meter, journal);
  return { clock, lines };
}

async function sendGarbage(name: string, document: string = ownDocument): Promise<void> {
  const browser = await Browser.sync(served, name, document).seated();
  browser.socket.send(Uint8Array.of(99, 1, 2));
  await browser.closed;
}

test('WI76 What is refused as malformed leaves one short line: the reason, the workshop, the document', async () => {
  const { lines } = await serveWithLines();
  served.gate.let('ann');
  await sendGarbage('ann', 'charter');
  const update = await Browser.sync(served, 'ann').seated();
  update.say({ type: 'update', update: Uint8Array.of(1, 1, 9) });
  await update.closed;
  const text = await Browser.sync(served, 'ann').seated();
  text.socket.send('text of somebody');
  await text.closed;
  const nowhere = Browser.sync(served, 'ann', 'no/such/place');
  expect((await nowhere.closed).reason).toBe('unknown-document');
  expect(lines).toEqual([
    { event: 'socket-refused', reason: 'malformed-frame', workshop, document: 'charter' },
    { event: 'socket-refused', reason: 'malformed-update', workshop, document: ownDocument },
    { event: 'socket-refused', reason: 'malformed-frame', workshop, document: ownDocument },
  ]);
});

test('WI76 However often one person, or a crowd, is refused, there are only a few lines, and the next one says how many were left out', async () => {
  const { clock, lines } = await serveWithLines();
  served.gate.let('ann');
  for (let count = 0; count < 20; count++) await sendGarbage('ann');
  expect(lines).toHaveLength(linesOfPerson);
  served.gate.let('bo');
  await sendGarbage('bo');
  expect(lines.at(-1)).toMatchObject({ reason: 'malformed-frame', leftOut: 20 - linesOfPerson });
  await clock.pass(limits.allowanceMemoryMs * 2);
  await sendGarbage('ann');
  expect(lines).toHaveLength(linesOfPerson + 2);
  const crowd = Array.from({ length: 40 }, (_, index) => `crowd${index}`);
  for (const name of crowd) served.gate.let(name);
  await Promise.all(
    crowd.map(async (name) => {
      for (let count = 0; count < linesOfPerson; count++) await sendGarbage(name);
    }),
  );
  expect(lines.length).toBeLessThanOrEqual(linesOfPerson + 2 + linesInAll);
});
