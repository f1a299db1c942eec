import { type GroupId, groupDocument } from '@board/shared/ids';
import { encodeFrame } from '@board/shared/protocol/codec';
import { limits } from '@board/shared/protocol/limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BareSocket, browserHeaders, clientFrame, opcode } from '../support/bare-socket.ts';
import { createWorkshop, join, type Workshop } from '../support/people.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { Writer } from '../support/writer.ts';
import { Typists } from './typists.ts';

/** Letters of one update, and how many people write one: a large document, such as somebody makes who wants it to be one. */
const letters = Math.floor(limits.frameBytes * 0.9);
const writers = 4;
/** As many hoarders as would hold twice what may wait for all together. */
const hoarders = Math.ceil((2 * limits.outboxBytesInAll) / (letters * writers));

let server: ServerProcess;
let workshop: Workshop;
let [large, other]: GroupId[] = [];
beforeAll(async () => {
  server = await ServerProcess.start();
  workshop = await createWorkshop(server.address, 'A workshop', ['Large', 'Other']);
  [large, other] = workshop.groups.map(({ id }) => id);
});
afterAll(() => server?.remove());

const pathTo = (group: GroupId): string => `/sync/${workshop.workshopId}/${groupDocument(group)}?generation=1`;

async function writeLargeDocument(): Promise<number> {
  const clients: number[] = [];
  for (let place = 0; place < writers; place++) {
    const who = await join(workshop, `Writer ${place}`, { groupId: large! });
    const socket = new RawSocket(who.caller, pathTo(large!));
    await socket.frame('state-vector');
    const doc = new Y.Doc();
    doc.getText(`text ${place}`).insert(0, 'x'.repeat(letters));
    socket.send({ type: 'update', update: Y.encodeStateAsUpdate(doc) });
    await socket.frame('stored');
    socket.close();
    clients.push(doc.clientID);
  }
  return clients[0]!;
}

/** Somebody who asks for all of the document but the first so many letters, as nobody else does, and reads nothing of it. */
async function hoard(place: number, writer: number): Promise<BareSocket> {
  const who = await join(workshop, `Hoarder ${place}`, { groupId: large! });
  const socket = new BareSocket(server.address, pathTo(large!), browserHeaders(who.caller));
  expect(await socket.answered()).toBe(101);
  socket.stopReading();
  const stateVector = Y.encodeStateVector(new Map([[writer, place + 1]]));
  await socket.write(clientFrame(opcode.binary, encodeFrame({ type: 'state-vector', stateVector })));
  return socket;
}

test('WI104 people who ask for a large document and read nothing fill the memory only so far, and nobody else notices', async () => {
  const writer = await writeLargeDocument();
  const typists = await Typists.sitDown(workshop, other!);
  const sockets: BareSocket[] = [];
  for (let place = 0; place < hoarders; place++) sockets.push(await hoard(place, writer));
  await until('some are let go of', async () => (await server.number('board_refused_total')) > 0);
  const reader = await new Writer(await join(workshop, 'Late', { groupId: large! }), groupDocument(large!), 1).synced();
  expect(reader.doc.getText('text 0').length).toBe(letters);
  const { drops, isAllThere } = await typists.getUp();
  expect([drops, isAllThere]).toEqual([0, true]);
  const held = hoarders - (await server.number('board_refused_total'));
  expect(held * letters * writers).toBeLessThanOrEqual(limits.outboxBytesInAll);
  reader.close();
  for (const socket of sockets) socket.end();
});
