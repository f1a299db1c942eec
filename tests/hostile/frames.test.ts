import { groupDocument } from '@board/shared/ids';
import { awarenessState } from '@board/shared/protocol/awareness-state';
import { encodeFrame } from '@board/shared/protocol/codec';
import { limits } from '@board/shared/protocol/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newSeed, Random } from '../sim/random.ts';
import { BareSocket, browserHeaders, clientFrame, opcode } from '../support/bare-socket.ts';
import { createWorkshop, type Joined, join, type Workshop } from '../support/people.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { Typists } from './typists.ts';

/** Random frames, each on a socket of its own. */
const noises = 10_000;
/** People who send them, on two sockets at a time: each stays within what one person may send. */
const throwers = 25;
/** Seeds that once ended badly; they are played first, for ever. */
const badSeeds: string[] = [];
/** Words that stand in every frame that can hold some: none may come up in the journal. */
const marker = 'words-of-an-attacker';

let server: ServerProcess;
let workshop: Workshop;
let typists: Typists;
let attacker: Joined;
let pid: number | null;
let printed: number;
/** Sockets that were opened to do harm. */
let opened: number;

beforeEach(async () => {
  server = await ServerProcess.start();
  workshop = await createWorkshop(server.address, 'A workshop', ['Health', 'Land']);
  attacker = await join(workshop, 'Mallory', { groupId: workshop.groups[0]!.id });
  typists = await Typists.sitDown(workshop, workshop.groups[0]!.id);
  [pid, printed, opened] = [server.pid, server.output.length, 0];
});

afterEach(() => server.remove());

const path = (document: string = groupDocument(workshop.groups[0]!.id)): string =>
  `/sync/${workshop.workshopId}/${document}?generation=1`;

/** A socket of the attacker's, let in. */
async function attack(document?: string): Promise<RawSocket> {
  opened += 1;
  const socket = new RawSocket(attacker.caller, path(document));
  await socket.frame('state-vector');
  return socket;
}

async function bareAttack(): Promise<BareSocket> {
  opened += 1;
  const socket = new BareSocket(server.address, path(), browserHeaders(attacker.caller));
  expect(await socket.answered()).toBe(101);
  return socket;
}

/** The process lives, the two who type have noticed nothing, and the journal is short and without a word of what was sent. */
async function expectPeace(): Promise<void> {
  const noticed = await typists.getUp();
  expect(noticed).toEqual({ drops: 0, longestGap: expect.any(Number), isAllThere: true });
  expect(noticed.longestGap).toBeLessThan(1_000);
  expect(server.pid).toBe(pid);
  const lines = server.output
    .slice(printed)
    .split('\n')
    .filter((line) => line !== '');
  expect(lines.length).toBeLessThanOrEqual(opened);
  for (const line of lines) expect(line.length).toBeLessThan(300);
  expect(lines.join()).not.toContain(marker);
}

const malformed = { code: 4400, reason: 'malformed-frame' };
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const spoken = (words: string): Uint8Array => encodeFrame({ type: 'denied', reason: words });

test('CA6 (O06) each malformed frame closes its own socket and nobody else’s', async () => {
  const garbage: Record<string, Uint8Array | string> = {
    'a short text': marker,
    'a large number as text': '4294967296',
    'a large number': bytes(128, 128, 128, 128, 16),
    'a number without end': bytes(...Array(40).fill(255)),
    'an empty frame': bytes(),
    'a cut sync message': bytes(0, 2, 9, 1),
    'a sync message of an unknown kind': bytes(0, 7, 0),
    'an update that is longer than its frame says': bytes(0, 2, 1, 0, 0),
    'presence that is a number': bytes(1, 4, 1, 7, 1, 1, 53),
    'presence that is a list': bytes(1, 6, 1, 7, 1, 2, 91, 93),
    'presence that is cut': bytes(1, 3, 1, 7, 1),
    'presence of two billion': bytes(1, 5, 255, 255, 255, 255, 7),
    'a refusal, which only a server says': spoken(marker),
    'a count of stored updates, which only a server says': encodeFrame({ type: 'stored', count: 1_000_000 }),
  };
  const other = await attack('board');
  for (const [what, frame] of Object.entries(garbage)) {
    const socket = await attack();
    socket.sendBytes(frame);
    expect(await socket.whenClosed(), what).toEqual(malformed);
  }
  for (const update of [bytes(), bytes(1), bytes(9, 9, 9, 9), new TextEncoder().encode(marker)]) {
    const socket = await attack();
    socket.send({ type: 'update', update });
    expect(await socket.whenClosed()).toEqual({ code: 4422, reason: 'malformed-update' });
  }
  expect(other.closed).toBeNull();
  other.close();
  await expectPeace();
});

test('WI94 an update with bytes behind it, or with a number that never ends, stores nothing and breaks nobody’s room', async () => {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'x');
  const update = Y.encodeStateAsUpdate(doc);
  const long = new Uint8Array(limits.frameBytes / 4);
  long.set(update);
  // An item with a right neighbour whose client id is no number.
  const noNumber = bytes(1, 1, 7, 0, 0x44, ...Array<number>(160).fill(0x80), 0, 0, 1, 0x78, 0);
  const vector = Uint8Array.of(...Y.encodeStateVector(doc), 0);
  for (const frame of [long, noNumber]) {
    for (const type of ['update', 'answer'] as const) {
      const socket = await attack();
      socket.send({ type, update: frame });
      expect(await socket.whenClosed()).toEqual({ code: 4422, reason: 'malformed-update' });
    }
  }
  const asker = await attack();
  asker.send({ type: 'state-vector', stateVector: vector });
  expect(await asker.whenClosed()).toEqual(malformed);
  (await attack()).close();
  await expectPeace();
});

test('CA6 (O06) frames in the wrong order do no harm, and nobody speaks for somebody else', async () => {
  const early = await attack();
  early.send({
    type: 'awareness',
    entries: [{ clientId: 7, clock: 1, state: awarenessState({ user: { name: 'Mallory' } }) }],
  });
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'written before anything was asked for');
  early.send({ type: 'update', update: Y.encodeStateAsUpdate(doc) });
  expect(await early.frame('stored')).toEqual({ type: 'stored', count: 1 });
  early.close();

  const [{ doc: victim }] = typists.writers as [Typists['writers'][0]];
  const state = awarenessState({ user: { name: 'One' }, cell: marker });
  const speaker = await attack();
  speaker.send({ type: 'awareness', entries: [{ clientId: victim.clientID, clock: 1_000, state }] });
  expect(await speaker.whenClosed()).toEqual({ code: 4423, reason: 'foreign-client-id' });
  const gone = await attack();
  gone.send({ type: 'awareness', entries: [{ clientId: victim.clientID, clock: 1_001, state: null }] });
  expect(await gone.whenClosed()).toEqual({ code: 4423, reason: 'foreign-client-id' });
  const forger = await attack();
  const forged = new Y.Doc();
  forged.clientID = victim.clientID;
  forged.getText('text').insert(0, marker);
  forger.send({ type: 'update', update: Y.encodeStateAsUpdate(forged) });
  const told = await forger.whenClosed();
  expect(['foreign-client-id', 'missing-dependencies', 'malformed-update']).toContain(told.reason);
  for (const { provider, doc: own } of typists.writers) {
    expect([...provider.awareness.getStates().keys()]).toEqual(expect.arrayContaining([own.clientID]));
  }
  await expectPeace();
});

test('CA6 WI46 (O06) oversize frames, fragments without end and floods of pings or pongs end at their own socket', async () => {
  for (const size of [limits.frameBytes + 1, 2 * limits.frameBytes]) {
    const socket = await attack();
    socket.sendBytes(new Uint8Array(size));
    expect(await socket.whenClosed()).toEqual({ code: 4413, reason: 'too-large' });
  }
  const inParts = await bareAttack();
  const frame = encodeFrame({ type: 'query-awareness' });
  await inParts.write(clientFrame(opcode.binary, frame.subarray(0, 0), { isLast: false }));
  await inParts.write(clientFrame(opcode.ping, marker));
  await inParts.write(clientFrame(opcode.continuation, frame));
  await expect.poll(() => inParts.counts.get(opcode.pong)).toBe(1);
  expect(inParts.closed).toBeNull();
  await inParts.write(clientFrame(opcode.binary, '', { isLast: false }));
  const crumbs = Buffer.concat(Array.from({ length: 1_000 }, () => clientFrame(0, 'x', { isLast: false })));
  for (let sent = 0; sent < 40 && inParts.closed === null && !inParts.isGone; sent++) await inParts.write(crumbs);
  expect(await inParts.whenClosed()).toEqual(malformed);

  const forbidden = await bareAttack();
  await forbidden.write(bytes(0xff, 0x80, 0, 0, 0, 0));
  expect(await forbidden.whenClosed()).toEqual(malformed);

  const pinging = await bareAttack();
  const pings = Buffer.concat(Array.from({ length: 1_000 }, () => clientFrame(opcode.ping, marker)));
  for (let sent = 0; sent < 50 && !pinging.isGone; sent++) await pinging.write(pings);
  await pinging.whenClosed();
  const ponging = await bareAttack();
  const pongs = Buffer.concat(Array.from({ length: 1_000 }, () => clientFrame(opcode.pong, '')));
  for (let sent = 0; sent < 50 && !ponging.isGone; sent++) await ponging.write(pongs);
  expect(await ponging.whenClosed()).toEqual({ code: 4529, reason: 'too-many-requests' });
  await expectPeace();
});

/** Sends one frame of noise on a socket of its own, and waits until it was looked at. True when it ended the socket. */
async function throwOne(who: Joined, noise: Uint8Array): Promise<boolean> {
  opened += 1;
  const socket = new RawSocket(who.caller, path());
  await socket.frame('state-vector');
  socket.sendBytes(noise);
  // What is answered now was asked behind the noise; a socket that has ended answers nothing.
  socket.send({ type: 'state-vector', stateVector: Y.encodeStateVector(new Y.Doc()) });
  const isAnswered = () => socket.frames.some((frame) => frame.type === 'answer');
  await until('the frame was looked at', () => socket.closed !== null || isAnswered());
  const { closed } = socket;
  socket.close();
  if (closed)
    expect(['malformed-frame', 'malformed-update', 'missing-dependencies', 'foreign-client-id']).toContain(
      closed.reason,
    );
  return closed !== null;
}

/** Every second one begins as a frame of some kind does, so that its inside is looked at too. */
function noiseOf(random: Random, index: number): Uint8Array {
  const noise = random.fill(new Uint8Array(random.between(1, 64)));
  if (index % 2 === 0) noise[0] = random.between(0, 4);
  if (index % 4 === 0) noise[1] = random.between(0, 2);
  return noise;
}

async function throwNoise(seed: string, count: number): Promise<{ looked: number; ended: number }> {
  const random = new Random(seed);
  const crowd = await Promise.all(
    Array.from({ length: throwers }, (_, place) =>
      join(workshop, `Mallory ${place}`, { groupId: workshop.groups[0]!.id }),
    ),
  );
  let [looked, ended] = [0, 0];
  const throwOn = async (who: Joined): Promise<void> => {
    while (looked < count) {
      looked += 1;
      if (await throwOne(who, noiseOf(random, looked))) ended += 1;
    }
  };
  await Promise.all(crowd.flatMap((who) => [throwOn(who), throwOn(who)]));
  return { looked, ended };
}

test.each([...badSeeds, newSeed()])(
  `CA6 (O06) ${noises} random frames, each looked at, end sockets, not the server: seed %s`,
  async (seed) => {
    const began = performance.now();
    const { looked, ended } = await throwNoise(seed, noises);
    console.log(`${looked} random frames, ${ended} sockets ended, ${Math.round(performance.now() - began)} ms`);
    expect(looked).toBe(noises);
    expect(ended).toBeGreaterThan(noises * 0.5);
    await expectPeace();
  },
  60_000 + noises * 20,
);
