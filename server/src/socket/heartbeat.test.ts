import type { Frame } from '@board/shared/protocol/frames';
import { limits } from '@board/shared/protocol/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ManualClock } from '../room/room.fixture.ts';
import { Browser, type Served, serve } from './socket.fixture.ts';

let clock: ManualClock;
let served: Served;

beforeEach(async () => {
  clock = new ManualClock();
  served = await serve(clock);
  for (const name of ['ann', 'bo']) served.gate.let(name);
});

afterEach(() => served.close());

async function passSeconds(seconds: number, browser: Browser): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await clock.pass(1000);
    await browser.exchange();
  }
}

test('WI50 a peer that has gone without a word is dropped within 35 seconds; one that answers stays', async () => {
  const [gone, here] = [await Browser.sync(served, 'ann').seated(), await Browser.live(served, 'bo').hears()];
  gone.socket.pause();
  await passSeconds(20, here);
  expect(served.gate.connected).toHaveLength(2);
  await passSeconds(16, here);
  expect(served.gate.connected).toEqual(['bo-id']);
  await passSeconds(120, here);
  expect([here.isClosed, served.gate.connected]).toEqual([false, ['bo-id']]);
  gone.socket.terminate();
});

/** Fills a document with so much that no connection takes it at once. */
async function writeMuch(): Promise<void> {
  const part = 'x'.repeat((limits.frameBytes * 3) / 4);
  for (const name of ['cy', 'di', 'eve', 'flo']) {
    served.gate.let(name);
    const writer = await Browser.sync(served, name).seated();
    const doc = new Y.Doc();
    doc.getText('text').insert(0, part);
    writer.say({ type: 'update', update: Y.encodeStateAsUpdate(doc) });
    await writer.until(() => writer.frames.some((frame) => frame.type === 'stored'));
    writer.socket.terminate();
  }
}

test('WI75 a peer that falls silent while a large document is on its way to it is dropped as soon as any other', async () => {
  await writeMuch();
  const [silent, here] = [await Browser.sync(served, 'ann').seated(), await Browser.live(served, 'bo').hears()];
  silent.socket.pause();
  silent.say({ type: 'state-vector', stateVector: Uint8Array.of(0) });
  await passSeconds(20, here);
  expect(served.gate.connected).toEqual(['ann-id', 'bo-id']);
  await passSeconds(15, here);
  expect(served.gate.connected).toEqual(['bo-id']);
  silent.socket.terminate();
});

test('WI105 who is heard and takes nothing of what waits for two minutes is dropped: a pong is no reading', async () => {
  await writeMuch();
  const [mallory, here] = [await Browser.sync(served, 'ann').seated(), await Browser.live(served, 'bo').hears()];
  mallory.socket.pause();
  mallory.say({ type: 'state-vector', stateVector: Uint8Array.of(0) });
  const passWithPongs = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second++) {
      mallory.socket.pong();
      await passSeconds(1, here);
    }
  };
  await passWithPongs(100);
  expect(served.gate.connected).toEqual(['ann-id', 'bo-id']);
  await passWithPongs(30);
  expect(served.gate.connected).toEqual(['bo-id']);
  mallory.socket.terminate();
});

test('WI51 a quiet document says something harmless at least every 13 seconds, or y-websocket would come anew', async () => {
  const ann = await Browser.sync(served, 'ann', 'board').seated();
  const before = ann.frames.length;
  await passSeconds(60, ann);
  const since: Frame[] = ann.frames.slice(before);
  expect(since).toEqual(Array(4).fill({ type: 'awareness', entries: [] }));
});

test('WI52 a reader who cannot keep up is dropped to a resync, and the others go on', async () => {
  const slow = await Browser.sync(served, 'ann').seated();
  slow.say({ type: 'state-vector', stateVector: Uint8Array.of(0) });
  await slow.until(() => slow.frames.some((frame) => frame.type === 'answer'));
  slow.socket.pause();
  const names = ['bo', 'cy', 'di', 'eve'];
  for (const name of names.slice(1)) served.gate.let(name);
  const writers = await Promise.all(names.map((name) => Browser.sync(served, name).seated()));
  const part = 'x'.repeat(limits.frameBytes / 4);
  for (const writer of writers) {
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => writer.say({ type: 'update', update }));
    for (let sent = part.length; sent < limits.bytesBurst && served.gate.connected.length === 5; sent += part.length) {
      doc.getText('text').insert(0, part);
      await writer.exchange();
      await clock.pass(40);
    }
  }
  expect(served.gate.connected).toEqual(names.map((name) => `${name}-id`));
  slow.socket.resume();
  expect(await slow.closed).toEqual({ code: 4512, reason: 'too-slow' });
  expect(writers.map((writer) => writer.isClosed)).toEqual(Array(4).fill(false));
});
