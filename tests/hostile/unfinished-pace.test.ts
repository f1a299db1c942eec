import { setTimeout as pause } from 'node:timers/promises';
import { encodeFrame } from '@board/shared/protocol/codec';
import { limits } from '@board/shared/protocol/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ManualClock } from '../../server/src/room/room.fixture.ts';
import { Browser, ownDocument, type Served, serve, workshop } from '../../server/src/socket/socket.fixture.ts';
import { BareSocket, clientFrame, opcode } from '../support/bare-socket.ts';
import { until } from '../support/until.ts';

let clock: ManualClock;
let served: Served;

beforeEach(async () => {
  clock = new ManualClock();
  served = await serve(clock);
  for (const name of ['ann', 'bo']) served.gate.let(name);
});

afterEach(() => served.close());

async function openAs(name: string): Promise<BareSocket> {
  const cookie = { Cookie: `wb_${workshop}=${name}` };
  const socket = new BareSocket(`http://${served.address}`, `/sync/${workshop}/${ownDocument}`, cookie);
  expect(await socket.answered()).toBe(101);
  await until('the server has spoken', () => socket.counts.has(opcode.binary));
  return socket;
}

/** A message that writes a text of so many letters. */
function writing(letters: number): Buffer {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'x'.repeat(letters));
  return clientFrame(opcode.binary, encodeFrame({ type: 'update', update: Y.encodeStateAsUpdate(doc) }));
}

async function textOf(name: string): Promise<number> {
  const reader = await Browser.sync(served, name).seated();
  reader.say({ type: 'state-vector', stateVector: Uint8Array.of(0) });
  await reader.until(() => reader.frames.some((frame) => frame.type === 'answer'));
  const doc = new Y.Doc();
  for (const frame of reader.frames) if (frame.type === 'answer') Y.applyUpdate(doc, frame.update);
  reader.socket.terminate();
  return doc.getText('text').length;
}

/** Sends so many bytes of a message in each of so many seconds. */
async function sendSlowly(socket: BareSocket, message: Buffer, bytes: number, seconds: number): Promise<Buffer> {
  const here = await Browser.live(served, 'bo').hears();
  for (let second = 0; second < seconds; second++) {
    await socket.write(message.subarray(second * bytes, (second + 1) * bytes));
    await pause(2);
    await here.exchange();
    await clock.pass(1_000);
  }
  here.socket.terminate();
  return message.subarray(seconds * bytes);
}

test('WI110 a message that brings next to nothing for a minute ends its connection: a byte now and then keeps nothing alive', async () => {
  const mallory = await openAs('ann');
  const message = writing(100_000);
  await mallory.write(message.subarray(0, 50_000));
  const rest = await sendSlowly(mallory, message.subarray(50_000), 1, 50);
  expect(mallory.isGone).toBe(false);
  await sendSlowly(mallory, rest, 1, 20);
  await until('it is dropped', () => mallory.isGone);
});

test('WI110 a message on a very slow line takes the minutes that it takes', async () => {
  const ann = await openAs('ann');
  const message = writing(100_000);
  const rest = await sendSlowly(ann, message, 200, 300);
  expect(ann.isGone).toBe(false);
  await ann.write(rest);
  await until('it is stored', async () => (await textOf('bo')) === 100_000);
  expect(ann.isGone).toBe(false);
  ann.end();
});

test('WI109 the largest message comes through in the smallest pieces that networks make', async () => {
  const ann = await openAs('ann');
  const letters = limits.frameBytes - 1_000;
  const message = writing(letters);
  for (let at = 0; at < message.byteLength; at += 500) {
    await ann.write(message.subarray(at, at + 500));
    if (at % 5_000 === 0) await pause(0);
  }
  await until('it is stored', async () => (await textOf('bo')) === letters);
  expect(ann.isGone).toBe(false);
  ann.end();
});

test('WI111 messages that were begun and left count as sent: coming anew makes no more of what a person may send', async () => {
  const message = writing(limits.frameBytes - 1_000);
  for (let turn = 0; turn < 2; turn++) {
    const socket = await openAs('ann');
    await socket.write(message.subarray(0, message.byteLength - 10));
    await pause(50);
    socket.end();
    await until('the server knows that it is gone', () => served.gate.connected.length === 0);
  }
  const [again, other] = [await openAs('ann'), await openAs('bo')];
  for (const socket of [again, other]) await socket.write(writing(10));
  expect((await again.whenClosed())?.reason).toBe('too-many-requests');
  expect(other.isGone).toBe(false);
  other.end();
  await clock.pass(limits.allowanceMemoryMs);
  const later = await openAs('ann');
  await later.write(writing(20));
  await until('it is stored', async () => (await textOf('bo')) >= 20);
  expect(later.isGone).toBe(false);
  later.end();
});
