import { setTimeout as pause } from 'node:timers/promises';
import { groupDocument } from '@board/shared/ids';
import { awarenessState, readAwarenessState } from '@board/shared/protocol/awareness-state';
import { encodeFrame } from '@board/shared/protocol/codec';
import type { AwarenessEntry } from '@board/shared/protocol/frames';
import { limits } from '@board/shared/protocol/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkshop, join, type Workshop } from '../support/people.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { Writer } from '../support/writer.ts';

let server: ServerProcess;
let workshop: Workshop;
let people: Writer[];
/** Why people's connections ended. */
let closes: string[];

beforeEach(async () => {
  server = await ServerProcess.start();
  workshop = await createWorkshop(server.address, 'A workshop', ['Health']);
  [people, closes] = [[], []];
});

afterEach(async () => {
  for (const one of people) one.close();
  await server.remove();
});

const group = () => workshop.groups[0]!.id;

/** A page of somebody honest, in an unmodified client. */
async function sitDown(name: string): Promise<Writer> {
  const [page] = await openPages(name, 1);
  return page!;
}

async function openPages(name: string, count: number): Promise<Writer[]> {
  const who = await join(workshop, name, { groupId: group() });
  const pages = Array.from({ length: count }, () => new Writer(who, groupDocument(group()), 1));
  for (const page of pages)
    page.provider.on('connection-close', (event) => closes.push(`${name} ${event?.code} ${event?.reason}`));
  people.push(...pages);
  return Promise.all(pages.map((page) => page.synced()));
}

/** Sockets of one person who may only read. */
async function attack(name: string, count = 1): Promise<RawSocket[]> {
  const { caller } = await join(workshop, name, { role: 'observer' });
  const path = `/sync/${workshop.workshopId}/${groupDocument(group())}?generation=1`;
  const sockets = Array.from({ length: count }, () => new RawSocket(caller, path));
  await Promise.all(sockets.map((socket) => socket.frame('state-vector')));
  return sockets;
}

const nested = (levels: number) =>
  new TextEncoder().encode(`{"cell":"here","x":${'{"0":'.repeat(levels)}1${'}'.repeat(levels)}}`);

test('WI90 presence that is nested without end, is no JSON or holds what no page of the board says breaks nobody’s room', async () => {
  const ann = await sitDown('Ann');
  const [socket] = await attack('Eve');
  const say = (clientId: number, state: Uint8Array) =>
    socket!.send({ type: 'awareness', entries: [{ clientId, clock: 1, state }] });
  say(1, nested(6_000));
  say(2, nested(150));
  say(3, awarenessState({ cell: ['no', 'cell'], cursor: { anchor: { tname: 'a root' }, head: 7 }, more: 'words' }));
  await until('what can be shown is shown', () => ann.provider.awareness.getStates().has(3));
  const states = ann.provider.awareness.getStates();
  expect(states.has(1)).toBe(false);
  expect(Object.keys(states.get(2) ?? {}).sort()).toEqual(['cell', 'user']);
  expect(Object.keys(states.get(3) ?? {})).toEqual(['user']);
  const [other] = await attack('Mallory');
  other!.send({ type: 'awareness', entries: [{ clientId: 4, clock: 1, state: new TextEncoder().encode('[1') }] });
  expect(await other!.whenClosed()).toEqual({ code: 4400, reason: 'malformed-frame' });
  expect([socket!.closed, closes]).toEqual([null, []]);
});

test('WI91 whatever is shown in a room, who comes in can repeat all of it in one frame', async () => {
  await sitDown('Ann');
  const words = '\u1780'.repeat(limits.shortText);
  let clientId = 1_000;
  for (let person = 0; person < 140; person++) {
    const [socket] = await attack(`${person}${words}`.slice(0, limits.shortText));
    const entries = Array.from({ length: limits.awarenessPerPerson }, () => {
      clientId += 1;
      return { clientId, clock: 1, state: awarenessState({ cell: words }) };
    });
    socket!.send({ type: 'awareness', entries });
  }
  const [looker] = await attack('Looker');
  const frame = await looker!.frame('awareness');
  const bytes = encodeFrame(frame).byteLength;
  expect(bytes).toBeGreaterThan(limits.awarenessBytesPerRoom / 2);
  expect(bytes).toBeLessThan(limits.awarenessFrameBytes * 0.6);
  const each = frame.entries.map((entry) => readAwarenessState(entry) as { user: { id: string } });
  const counts = [...Map.groupBy(each, ({ user }) => user.id).values()].map(({ length }) => length);
  expect(Math.max(...counts)).toBeLessThanOrEqual(limits.awarenessPerPerson);
  const late = await sitDown('Late');
  await until('she sees who is there', () => late.provider.awareness.getStates().size >= frame.entries.length);
  await pause(1_000);
  expect([late.provider.wsconnected, closes]).toEqual([true, []]);
});

test('WI92 who floods presence closes nobody who repeats it', async () => {
  const honest = await Promise.all(['Ann', 'Bo', 'Cy'].map(sitDown));
  // Each page repeats what it hears, and what a person may send is counted over all of them.
  const pages = await openPages('Di', 12);
  const sockets = (await Promise.all(['Eve', 'Mallory'].map((name) => attack(name, 4)))).flat();
  let sent = 0;
  for (let clock = 1; clock <= 400; clock++) {
    for (const [index, socket] of sockets.entries()) {
      const state = awarenessState({ cell: `${clock}`.padEnd(limits.shortText, '\u1780') });
      socket.send({
        type: 'awareness',
        entries: [0, 1].map((id) => ({ clientId: 10 * index + id + 1, clock, state })),
      });
      sent += socket.closed ? 0 : 1;
    }
    await pause(25);
  }
  expect(sent).toBeGreaterThan(limits.frameBurst);
  for (const [index, { provider }] of honest.entries()) provider.awareness.setLocalStateField('cell', `${index}`);
  const [ann] = honest;
  const cells = () => [...ann!.provider.awareness.getStates().values()].map((state) => state['cell']);
  await until('they still see each other', () => ['0', '1', '2'].every((cell) => cells().includes(cell)));
  expect([...honest, ...pages].every(({ provider }) => provider.wsconnected)).toBe(true);
  expect(closes).toEqual([]);
});

test('WI96 who hears much presence may say no more of their own for it', async () => {
  const ann = await sitDown('Ann');
  const sockets = await attack('Eve', 10);
  let clock = 1;
  const say = (socket: RawSocket, ids: readonly number[]) => {
    const state = awarenessState({ cell: `${clock}` });
    socket.send({ type: 'awareness', entries: ids.map((clientId) => ({ clientId, clock, state })) });
    clock += 1;
  };
  const heard = () => sockets.reduce((sum, { frames }) => sum + frames.length, 0);
  // Few frames of hers become many: each of her sockets hears them all.
  await until('she has heard more than anybody may say', () => {
    say(sockets[0]!, [1, 2]);
    return heard() > 2 * limits.frameBurst;
  });
  for (let turn = 0; turn < limits.frameBurst / 5; turn++)
    for (const [index, socket] of sockets.entries()) say(socket, [10 + index]);
  await until('she is closed', () => sockets.some(({ closed }) => closed !== null));
  expect(sockets.find(({ closed }) => closed)?.closed?.reason).toBe('too-many-requests');
  expect([ann.provider.wsconnected, closes]).toEqual([true, []]);
});

/** So many people who are gone, of whom nobody has ever heard. */
const strangers = (count: number): AwarenessEntry[] =>
  Array.from({ length: count }, (_, index) => ({ clientId: 1_000 + index, clock: 1, state: null }));

test('WI97 of one person so many entries are read and no more: what is passed over closes nobody, and a later state is seen', async () => {
  const ann = await sitDown('Ann');
  const [one, other] = await attack('Eve', 2);
  const entry = (clientId: number, clock = 1) => ({ clientId, clock, state: awarenessState({ cell: 'here' }) });
  for (let sent = 0; sent < 2 * limits.entriesBurst; sent += limits.awarenessEntries)
    one!.send({ type: 'awareness', entries: strangers(limits.awarenessEntries) });
  one!.send({ type: 'awareness', entries: [...strangers(limits.awarenessEntries - 1), entry(7)] });
  // Two sockets have no more than one.
  other!.send({ type: 'awareness', entries: [...strangers(limits.awarenessEntries - 1), entry(8)] });
  const shown = ann.provider.awareness.getStates();
  let clock = 1;
  await until('she is seen', () => {
    for (const [index, socket] of [one, other].entries())
      socket!.send({ type: 'awareness', entries: [entry(9 + index, clock)] });
    clock += 1;
    return shown.has(9) && shown.has(10);
  });
  expect([7, 8].filter((id) => shown.has(id))).toEqual([]);
  expect([one!.closed, other!.closed, closes]).toEqual([null, null, []]);
});

test('WI98 presence with one client id twice, or with more entries than anybody can know of, is malformed', async () => {
  const ann = await sitDown('Ann');
  const state = awarenessState({ cell: 'here' });
  const twice = [1, 2].map((clock) => ({ clientId: 7, clock, state }));
  for (const entries of [twice, strangers(limits.awarenessEntries + 1)]) {
    const [socket] = await attack('Eve');
    socket!.send({ type: 'awareness', entries });
    expect(await socket!.whenClosed()).toEqual({ code: 4400, reason: 'malformed-frame' });
  }
  expect([ann.provider.awareness.getStates().has(7), closes]).toEqual([false, []]);
});
