import type { Me } from '@board/shared/commands';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentSession } from '../client/src/sync/document-session.ts';
import { Desk, isSaved, offered, rightsOf, texts, write } from './support/desk.ts';
import { join } from './support/people.ts';
import { until } from './support/until.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.set();
});
afterEach(() => desk.clear());

/** From now on nothing comes through; `desk.isOffline = false` ends it. */
function loseNetwork(session: DocumentSession): void {
  desk.isOffline = true;
  session.drop();
}

test('NE7 words that come too late for a closed strategy are set aside and offered back', async () => {
  const session = desk.openSession(desk.ann, desk.liveWith(1).live);
  const now = () => session.getSnapshot();
  await until('Ann has the document', () => now().status.state === 'saved');
  const first = now().doc!;
  const path = `${desk.at}/groups/${desk.group}`;
  await desk.workshop.facilitator.call('PATCH', path, { open: false });
  write(first, 'too late');
  await until('the words are set aside', () => now().asides.length === 1);
  const [aside] = now().asides;
  expect(now().doc).not.toBe(first);
  expect(aside).toMatchObject({ why: 'read-only' });
  expect(await offered(session)).toEqual(['too late']);
  expect(texts(now().doc!)).toEqual([]);
  session.discard(aside!.name);
  expect(now().asides).toEqual([]);
});

test('NE7 when the generation moves, unsent words are set aside and the page starts from the new document', async () => {
  const { live, move } = desk.liveWith(7);
  const session = desk.openSession(desk.ann, live);
  const now = () => session.getSnapshot();
  await until('the old generation is refused', () => now().status.state === 'refused');
  write(now().doc!, 'of another history');
  move(1);
  await until('the new one is there', () => now().status.state === 'saved');
  expect(now().asides.map(({ why }) => why)).toEqual(['generation-moved']);
  expect(await offered(session)).toEqual(['of another history']);
  expect(texts(now().doc!)).toEqual([]);
});

test.each(['removed', 'link-revoked'] as const)(
  'NE15 what waits when somebody is sent away is set aside, and gets in by no later way: %s',
  async (why) => {
    const rights = rightsOf(desk.ann);
    const session = desk.openSession(desk.ann, desk.liveWith(1).live, rights);
    const now = () => session.getSnapshot();
    await until('Ann has the document', () => now().status.state === 'saved');
    loseNetwork(session);
    write(now().doc!, 'typed without a connection');
    const { ann, at, workshop } = desk;
    const { facilitator } = workshop;
    if (why === 'removed') await facilitator.must('DELETE', `${at}/people/${ann.id}`);
    else await facilitator.must('POST', `${at}/join-code`, { endSessions: true });
    desk.isOffline = false;
    await until('the words are set aside', () => now().asides.length === 1);
    expect(now().asides[0]).toMatchObject({ why });
    expect(rights.asked).toBeGreaterThan(0);
    expect(await offered(session)).toEqual(['typed without a connection']);

    const { joinCode } = await facilitator.must<{ joinCode: string }>('POST', `${at}/join-code`, {});
    await ann.caller.must('POST', `${at}/people`, { code: joinCode, name: 'Ann', groupId: desk.group });
    const me = await ann.caller.must<Me>('GET', `${at}/me`);
    expect(me.personId === ann.id).toBe(why === 'link-revoked');
    rights.sit({ ...ann, id: me.personId });
    await until('Ann is back', () => now().status.state === 'saved');
    const reader = desk.open(await join({ ...workshop, joinCode }, 'Bo', { groupId: desk.group }));
    await until('Bo has the document', () => isSaved(reader));
    expect(texts(reader.connection.doc)).toEqual([]);
    expect(await offered(session)).toEqual(['typed without a connection']);
  },
);

test('NE12 what one person has typed is not sent in the name of the next who joins in the same browser', async () => {
  const bo = await join(desk.workshop, 'Bo', { groupId: desk.group });
  const rights = rightsOf(desk.ann);
  const session = desk.openSession(desk.ann, desk.liveWith(1).live, rights);
  const now = () => session.getSnapshot();
  await until('Ann has the document', () => now().status.state === 'saved');
  loseNetwork(session);
  write(now().doc!, 'Ann’s own words');
  // The cookie of the browser is Bo’s by now; the page still thinks that Ann sits here.
  desk.ann.caller = bo.caller;
  desk.isOffline = false;
  await until('the server says so', () => now().status.state === 'refused');
  expect(now().status).toMatchObject({ why: 'other-person' });
  expect(rights.asked).toBe(1);
  rights.sit(bo);
  await until('the page goes on as Bo', () => now().status.state === 'saved');
  expect(now().asides.map(({ why }) => why)).toEqual(['other-person']);
  expect(await offered(session)).toEqual(['Ann’s own words']);
  expect(texts(now().doc!)).toEqual([]);
});

test('NE12 as long as it is not known who sits here, nothing is sent', async () => {
  const { live } = desk.liveWith(1);
  const known = desk.openSession(desk.ann, live);
  await until('this device knows the document', () => known.getSnapshot().status.state === 'saved');
  const rights = rightsOf(desk.ann);
  rights.sit(null);
  const session = desk.openSession(desk.ann, live, rights);
  write(session.getSnapshot().doc!, 'before anybody is known');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(session.getSnapshot().status).toMatchObject({ state: 'waiting', connected: false });
  expect(texts(known.getSnapshot().doc!)).toEqual([]);
  rights.sit(desk.ann);
  await until('it is sent', () => session.getSnapshot().status.state === 'saved');
  await until('and seen', () => texts(known.getSnapshot().doc!).length === 1);
});

/** Lets a document hold a change whose predecessors are lost, as a copy may after a crash of the browser. */
function damage(doc: Y.Doc): void {
  const other = new Y.Doc();
  other.getMap('rows').set('a', 1);
  const before = Y.encodeStateVector(other);
  other.getMap('rows').set('a', 2);
  const update = Y.encodeStateAsUpdate(other, before);
  // Yjs itself keeps it for later; the server is asked to take it at every connection.
  Y.applyUpdate(doc, update, 'damage');
}

test('NE11 a copy that the server cannot place is set aside after the second attempt, and its words are offered back', async () => {
  const session = desk.openSession(desk.ann, desk.liveWith(1).live);
  const now = () => session.getSnapshot();
  await until('Ann has the document', () => now().status.state === 'saved');
  const first = now().doc!;
  loseNetwork(session);
  damage(first);
  write(first, 'beside the damage');
  desk.isOffline = false;
  await until('the copy is left', () => now().doc !== first);
  await until('the page begins again', () => now().status.state === 'saved');
  expect(now().asides.map(({ why }) => why)).toEqual(['damaged']);
  expect(await offered(session)).toEqual(['beside the damage']);
});

test('NE11 a copy that speaks in the name of somebody else is set aside at once', async () => {
  const bo = await join(desk.workshop, 'Bo', { groupId: desk.group });
  const other = desk.open(bo);
  await until('Bo has the document', () => isSaved(other));
  write(other.connection.doc, 'by Bo');
  await until('that is stored', () => isSaved(other));
  const session = desk.openSession(desk.ann, desk.liveWith(1).live);
  const now = () => session.getSnapshot();
  await until('Ann has the document', () => now().status.state === 'saved');
  const first = now().doc!;
  loseNetwork(session);
  first.clientID = other.connection.doc.clientID;
  write(first, 'under a wrong name');
  desk.isOffline = false;
  await until('the page begins again', () => now().doc !== first && now().status.state === 'saved');
  expect(now().asides.map(({ why }) => why)).toEqual(['damaged']);
  expect(await offered(session)).toEqual(['under a wrong name']);
  expect(texts(now().doc!)).toEqual(['by Bo']);
});
