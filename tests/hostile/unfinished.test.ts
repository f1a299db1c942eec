import { type GroupId, groupDocument } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareSocket, browserHeaders, clientFrame, opcode } from '../support/bare-socket.ts';
import { createWorkshop, type Joined, join, type Workshop } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { Typists } from './typists.ts';

const megabyte = 1024 * 1024;
/** The largest message, less its end. */
const large = clientFrame(opcode.binary, new Uint8Array(limits.frameBytes - 16));
const begun = large.subarray(0, large.byteLength - 100);

let server: ServerProcess;
let workshop: Workshop;
let [attacked, other, another]: GroupId[] = [];
beforeAll(async () => {
  server = await ServerProcess.start();
  workshop = await createWorkshop(server.address, 'A workshop', ['Attacked', 'Other', 'Another']);
  [attacked, other, another] = workshop.groups.map(({ id }) => id);
});
afterAll(() => server?.remove());

const joinAs = (name: string): Promise<Joined> => join(workshop, name, { groupId: attacked! });

async function socketsOf(who: Joined, count: number): Promise<BareSocket[]> {
  const path = `/sync/${workshop.workshopId}/${groupDocument(attacked!)}?generation=1`;
  const sockets = Array.from({ length: count }, () => new BareSocket(server.address, path, browserHeaders(who.caller)));
  for (const socket of sockets) expect(await socket.answered()).toBe(101);
  return sockets;
}

/** Megabytes of memory that the server's process has. */
const memory = async (): Promise<number> => (await server.number('process_resident_memory_bytes')) / megabyte;

const isOpen = (socket: BareSocket): boolean => !socket.isGone && socket.closed === null;

test('WI109 Someone who begins large messages on many sockets and sends them byte by byte is told that it is too much, and fills no memory', async () => {
  const typists = await Typists.sitDown(workshop, other!);
  const sockets = await socketsOf(await joinAs('Mallory'), 38);
  const before = await memory();
  for (const socket of sockets) await socket.write(large.subarray(0, 14));
  const one = Uint8Array.of(1);
  // The fewer are left, the less of it is too much.
  await until('most of them are closed', async () => {
    for (let turn = 0; turn < 20; turn++) for (const socket of sockets.filter(isOpen)) await socket.write(one);
    return sockets.filter(isOpen).length < sockets.length / 2;
  });
  const gone = sockets.filter((socket) => !isOpen(socket));
  const closed = await Promise.all(gone.map((socket) => socket.whenClosed()));
  expect(closed.map((end) => end?.reason)).toContain('too-many-requests');
  expect((await memory()) - before).toBeLessThan(64);
  const { drops, isAllThere } = await typists.getUp();
  expect([drops, isAllThere]).toEqual([0, true]);
  for (const socket of sockets) socket.end();
});

test('WI109 One person holds so much of unfinished messages and no more, whatever the number of sockets', async () => {
  const sockets = await socketsOf(await joinAs('Trudy'), 20);
  await Promise.all(sockets.map((socket) => socket.write(begun)));
  const most = limits.unfinishedBytesPerPerson / begun.byteLength;
  await until('those that are too much are closed', () => sockets.filter(isOpen).length <= most);
  const closed = await Promise.all(sockets.filter((socket) => !isOpen(socket)).map((socket) => socket.whenClosed()));
  expect(closed.map((one) => one?.reason)).toContain('too-many-requests');
  for (const socket of sockets) socket.end();
});

test('WI109 People who together begin more messages than the server may hold are let go of, and who writes notices nothing', async () => {
  const typists = await Typists.sitDown(workshop, another!);
  const each = Math.floor(limits.unfinishedBytesPerPerson / limits.frameBytes) - 1;
  const count = Math.ceil((1.2 * limits.unfinishedBytesInAll) / (each * begun.byteLength));
  const before = await memory();
  const sockets: BareSocket[] = [];
  for (let place = 0; place < count; place++) {
    const own = await socketsOf(await joinAs(`Hoarder ${place}`), each);
    sockets.push(...own);
    await Promise.all(own.map((socket) => socket.write(begun)));
  }
  await until('some are let go of', () => sockets.some((socket) => !isOpen(socket)));
  const held = sockets.filter(isOpen).length * begun.byteLength;
  expect(held).toBeLessThanOrEqual(limits.unfinishedBytesInAll);
  expect((await memory()) - before).toBeLessThan((1.4 * limits.unfinishedBytesInAll) / megabyte);
  const { drops, isAllThere } = await typists.getUp();
  expect([drops, isAllThere]).toEqual([0, true]);
  for (const socket of sockets) socket.end();
});

/** One message of so many empty parts and a last one. */
function inParts(parts: number): Buffer {
  const first = clientFrame(opcode.binary, '', { isLast: false });
  const next = clientFrame(opcode.continuation, '', { isLast: false });
  const last = clientFrame(opcode.continuation, Uint8Array.of(1, 1, 0));
  return Buffer.concat([first, ...Array<Buffer>(parts - 1).fill(next), last]);
}

test('WI109 A message of more parts than any browser makes is refused, and parts count among what a person may send', async () => {
  const [many, often] = (await socketsOf(await joinAs('Oscar'), 2)) as [BareSocket, BareSocket];
  await many.write(inParts(limits.partsPerMessage + 1));
  expect((await many.whenClosed())?.reason).toBe('malformed-frame');
  const burst = limits.frameBurst * limits.piecesPerFrame;
  for (let sent = 0; sent < 2 * burst && isOpen(often); sent += 2_000) await often.write(inParts(2_000));
  expect((await often.whenClosed())?.reason).toBe('too-many-requests');
});
