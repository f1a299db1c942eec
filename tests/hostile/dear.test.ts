import { groupDocument } from '@board/shared/ids';
import { encodeFrame } from '@board/shared/protocol/codec';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createWorkshop, join, type Workshop } from '../support/people.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { Typists } from './typists.ts';

/** Seconds for which the server may do nothing else, also on a machine that has others to serve: a fifth of what the first attack would take on a fast one. */
const mostBlocked = 1;

let server: ServerProcess;
let workshop: Workshop;
beforeAll(async () => {
  server = await ServerProcess.start();
});
beforeEach(async () => {
  workshop = await createWorkshop(server.address, 'A workshop', ['Health']);
});
afterAll(() => server?.remove());

const cell = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('cell');
const words = (doc: Y.Doc): Y.XmlText => cell(doc).get(0) as Y.XmlText;

/** What somebody puts into the document first, and the few bytes for which Yjs may then walk a long way again and again. */
const attacks: Record<string, { prepare(doc: Y.Doc): void; spring(doc: Y.Doc): void; isRefused: boolean }> = {
  'a marked text, deleted at once': {
    prepare: (doc) => typeBackwards(doc, 24_000, 1),
    spring: (doc) => words(doc).delete(0, 24_000),
    isRefused: true,
  },
  'one mark in a text with thousands of different marks': {
    prepare: (doc) => typeBackwards(doc, 6_000, 6_000),
    spring: (doc) => words(doc).format(3_000, 1, { bold: true }),
    isRefused: false,
  },
  'a row that falls with a marked text': {
    prepare: (doc) => typeBackwards(doc, 24_000, 1),
    spring: (doc) => cell(doc).delete(0, 1),
    isRefused: false,
  },
};

/** A text whose letters stand the other way round than they were written, so that each is a piece of its own. */
function typeBackwards(doc: Y.Doc, letters: number, marks: number): void {
  const text = new Y.XmlText();
  cell(doc).insert(0, [text]);
  for (let at = 0; at < marks; at++) text.insert(0, 'm', { [`m${at}`]: 'on' });
  for (let at = 0; at < letters; at++) text.insert(0, `${at % 10}`);
}

test.each(Object.entries(attacks))(
  'WI78 %s: a few bytes that may cost much are tried out, and nobody else notices',
  async (_what, { prepare, spring, isRefused }) => {
    const groupId = workshop.groups[0]!.id;
    const document = groupDocument(groupId);
    const mallory = await join(workshop, 'Mallory', { groupId });
    const socket = new RawSocket(mallory.caller, `/sync/${workshop.workshopId}/${document}?generation=1`);
    const typists = await Typists.sitDown(workshop, groupId);
    const before = (await socket.frame('state-vector')).stateVector;
    socket.send({ type: 'state-vector', stateVector: Y.encodeStateVector(new Y.Doc()) });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, (await socket.frame('answer')).update);
    doc.transact(() => prepare(doc));
    await server.number('nodejs_eventloop_lag_max_seconds');
    socket.sendBytes(encodeFrame({ type: 'update', update: Y.encodeStateAsUpdate(doc, before) }));
    await until('it is stored or refused', () => socket.closed !== null || socket.frames.some(isStored));
    const state = Y.encodeStateVector(doc);
    spring(doc);
    const update = Y.encodeStateAsUpdate(doc, state);
    socket.send({ type: 'update', update });
    expect(update.byteLength).toBeLessThan(100);
    await until('it is stored or refused', () => socket.closed !== null || socket.frames.filter(isStored).length > 1);
    const blocked = await server.number('nodejs_eventloop_lag_max_seconds');
    const { drops, longestGap, isAllThere } = await typists.getUp();
    expect(socket.closed?.reason ?? null).toBe(isRefused ? 'too-large' : null);
    expect([drops, isAllThere]).toEqual([0, true]);
    expect(longestGap).toBeLessThan(1_500);
    expect(blocked).toBeLessThan(mostBlocked);
    socket.close();
  },
);

const isStored = ({ type }: { type: string }): boolean => type === 'stored';
