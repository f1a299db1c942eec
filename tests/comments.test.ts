import { groupDocument, newId, type RowId } from '@board/shared/ids';
import type { LiveMessage } from '@board/shared/live-messages';
import { readStrategy } from '@board/shared/model/strategy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desk, write } from './support/desk.ts';
import { join } from './support/people.ts';
import { RawSocket } from './support/raw-socket.ts';
import { until } from './support/until.ts';
import { Writer } from './support/writer.ts';

/** Comments on a real server, and what others hear of them over real live sockets. */
let desk: Desk;
let row: RowId;

beforeEach(async () => {
  desk = await Desk.set();
  const writer = new Writer(desk.ann, groupDocument(desk.group), 1);
  await writer.synced();
  writer.write('row', (doc) => write(doc, 'Ask the ministry'));
  await writer.allStored();
  row = readStrategy(writer.doc)[0]!.id;
  writer.close();
});
afterEach(() => desk.clear());

const say = (text: string, id = newId()): Promise<unknown> =>
  desk.ann.caller.must('POST', `${desk.at}/groups/${desk.group}/comments`, { id, text, place: { row, cell: null } });
const keepClosed = (keptClosed: boolean): Promise<unknown> =>
  desk.ann.caller.must('PATCH', `${desk.at}/groups/${desk.group}`, { keptClosed });
const heardOn = (socket: RawSocket): LiveMessage[] => socket.texts.map((text) => JSON.parse(text) as LiveMessage);
const changesOn = (socket: RawSocket) =>
  heardOn(socket).flatMap((message) => (message.type === 'patch' ? message.changes : []));

test('CO6 others hear how many threads are open, and never a word of them', async () => {
  const cy = await join(desk.workshop, 'Cy', { groupId: desk.workshop.groups[1]!.id });
  const socket = new RawSocket(cy.caller, `/live/${desk.workshop.workshopId}`);
  await until('the snapshot is here', () => socket.texts.length > 0);
  await say('Between us only');
  const counted = { part: 'comments', key: desk.group, value: { version: 1, rows: { [row]: 1 } } };
  await until('the count is here', () => changesOn(socket).some(({ part }) => part === 'comments'));
  expect(changesOn(socket)).toContainEqual(counted);
  expect(socket.texts.join()).not.toContain('Between us');
  socket.close();
});

test('CO6 of a group that keeps its strategy closed nobody on a live socket can tell that it speaks', async () => {
  await keepClosed(true);
  const others = [
    await join(desk.workshop, 'Cy', { groupId: desk.workshop.groups[1]!.id }),
    await join(desk.workshop, 'Watcher', { role: 'observer' }),
    await join(desk.workshop, 'Screen', { role: 'screen' }),
  ];
  const sockets = others.map(({ caller }) => new RawSocket(caller, `/live/${desk.workshop.workshopId}`));
  for (const socket of sockets) await until('the snapshot is here', () => socket.texts.length > 0);
  const id = newId();
  await say('Between us only', id);
  await desk.ann.caller.must('PATCH', `${desk.at}/comments/${id}`, { text: 'Still between us' });
  await desk.ann.caller.must('PATCH', `${desk.at}/comments/${id}`, { resolved: true });
  // What comes behind it shows that all before it was told.
  await desk.workshop.facilitator.must('PUT', `${desk.at}/stage`, { stage: 'plenary' });
  for (const socket of sockets) {
    await until('the stage is here', () => changesOn(socket).some(({ part }) => part === 'stage'));
    expect(changesOn(socket).map(({ part }) => part)).not.toContain('comments');
    expect(socket.texts.join()).not.toContain('etween us');
    socket.close();
  }
});

test('CO4 a comment whose answer was lost in a restart is there once when it is sent again', async () => {
  const id = newId();
  await say('Once', id);
  await desk.restart(async () => {});
  await say('Once', id);
  const { comments } = await desk.ann.caller.must<{ comments: { text: string }[] }>(
    'GET',
    `${desk.at}/groups/${desk.group}/comments`,
  );
  expect(comments.map(({ text }) => text)).toEqual(['Once']);
});
