import { groupDocument } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { join, type Workshop } from '../support/people.ts';
import { RawSocket } from '../support/raw-socket.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { oneGroup } from './one-group.ts';
import { Typists } from './typists.ts';

/** A document of so many pieces, written in so many updates. */
const pieces = 240_000;
const updates = 6;
/** As many answers may hold the server up as two and some, on whatever machine; the questions are thirty-eight. */
const mostAnswers = 8;

let server: ServerProcess;
let workshop: Workshop;
beforeAll(async () => {
  ({ server, workshop } = await oneGroup());
});
afterAll(() => server?.remove());

/** Somebody's socket in the group's document. */
async function sit(name: string): Promise<RawSocket> {
  const groupId = workshop.groups[0]!.id;
  const who = await join(workshop, name, { groupId });
  const socket = new RawSocket(who.caller, `/sync/${workshop.workshopId}/${groupDocument(groupId)}?generation=1`);
  await socket.frame('state-vector');
  return socket;
}

const count = (socket: RawSocket, type: string): number => socket.frames.filter((frame) => frame.type === type).length;

/** Writes the document, piece by piece before the others. */
async function writePieces(): Promise<number> {
  const doc = new Y.Doc();
  const list = doc.getArray<number>('pieces');
  const socket = await sit('Writer');
  for (let turn = 1; turn <= updates; turn++) {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => {
      for (let at = 0; at < pieces / updates; at++) list.insert(0, [at]);
    });
    socket.send({ type: 'update', update: Y.encodeStateAsUpdate(doc, before) });
    await until('it is stored', () => socket.closed !== null || count(socket, 'stored') >= turn);
  }
  expect(socket.closed).toBeNull();
  socket.close();
  return doc.clientID;
}

test('WI99 who asks for all of a large document again and again in one breath holds nobody up, and is answered', async () => {
  const writer = await writePieces();
  const typists = await Typists.sitDown(workshop, workshop.groups[0]!.id);
  const ask = (socket: RawSocket, known: number) =>
    socket.send({ type: 'state-vector', stateVector: Y.encodeStateVector(new Map([[writer, known]])) });
  const blockedBy = async (run: () => Promise<void>): Promise<number> => {
    await server.number('nodejs_eventloop_lag_max_seconds');
    await run();
    return server.number('nodejs_eventloop_lag_max_seconds');
  };
  const [honest, mallory] = [await sit('Bo'), await sit('Mallory')];
  const once = await blockedBy(async () => {
    ask(honest, 1);
    await honest.frame('answer');
  });
  const often = await blockedBy(async () => {
    for (let at = 2; at < limits.stateAsks; at++) ask(mallory, at);
    await until('the last is answered', () => mallory.closed !== null || count(mallory, 'answer') > 2);
  });
  const { drops } = await typists.getUp();
  expect([mallory.closed, drops]).toEqual([null, 0]);
  expect(often).toBeLessThan(mostAnswers * once);
  for (const socket of [honest, mallory]) socket.close();
});
