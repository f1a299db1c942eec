import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { limits } from '@board/shared/protocol/limits';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { quiet } from '../room/room.fixture.ts';
import { Browser, other, otherDocument, own, ownDocument, type Served, serve, workshop } from './socket.fixture.ts';

let served: Served;

beforeEach(async () => {
  served = await serve();
  for (const name of ['ann', 'bo']) served.gate.let(name);
});

afterEach(() => served.close());

const status = (path: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`ws://${served.address}${path}`, { headers });
    socket.on('unexpected-response', (request, response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    socket.on('error', () => {});
    socket.on('open', () => {
      resolve(101);
      socket.close();
    });
  });

/** Upgrades by hand, since every client tidies its address first, and reads the close frame that comes back. */
const closeOf = (path: string, token: string): Promise<{ code: number; reason: string }> =>
  new Promise((resolve, reject) => {
    const [host, port] = served.address.split(':');
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      cookie: `wb_${workshop}=${token}`,
    };
    const upgrade = request({ host, port, path, headers });
    upgrade.on('upgrade', (_, socket, head) => {
      const read = (bytes: Buffer): void => {
        if (bytes.length < 4) return;
        resolve({ code: bytes.readUInt16BE(2), reason: bytes.toString('utf8', 4, 2 + (bytes[1] ?? 0)) });
        socket.destroy();
      };
      read(head);
      socket.on('data', read);
    });
    upgrade.on('response', (response) => reject(new Error(`status ${response.statusCode}`)));
    upgrade.on('error', reject);
    upgrade.end();
  });

/** Words of one person as an update, and the document they are in. */
function update(words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, words);
  return Y.encodeStateAsUpdate(doc);
}

test('VO92 a socket of a workshop that cannot be opened since the disk is full is told so, may come back, and is no fault', async () => {
  const errors: string[] = [];
  const full = await serve(undefined, null, undefined, { ...quiet, error: (event) => void errors.push(event) });
  full.gate.let('ann');
  full.gate.isDiskFull = true;
  for (const path of [`/live/${workshop}`, `/sync/${workshop}/${ownDocument}`]) {
    const browser = new Browser(full.address, path, 'ann');
    expect(await browser.closed).toEqual({ code: 4507, reason: 'not-stored' });
  }
  expect(errors).toEqual([]);
  await full.close();
});

test('WI41 only the two addresses of sockets are served, and only to pages of this server', async () => {
  const path = `/sync/${workshop}/${ownDocument}`;
  expect(await status('/')).toBe(404);
  expect(await status('/synch/x')).toBe(404);
  expect(await status(`/live/${workshop}/more`)).toBe(404);
  expect(await status(path)).toBe(101);
  expect(await status(path, { origin: `http://${served.address}` })).toBe(101);
  for (const origin of ['http://example.invalid', 'null', `http://${served.address}.example.invalid`, 'file://']) {
    expect(await status(path, { origin }), origin).toBe(403);
  }
});

test('WI41 behind a proxy the public address counts as this server’s', async () => {
  await served.close();
  served = await serve(undefined, 'https://board.example.invalid');
  const path = `/live/${workshop}`;
  expect(await status(path, { origin: 'https://board.example.invalid' })).toBe(101);
  expect(await status(path, { origin: 'https://other.example.invalid' })).toBe(403);
});

test('WI42 who is not let in is told by a close code with the error’s name', async () => {
  served.gate.groups.set(other, { open: true, keptClosed: true, presented: false });
  const cases: [Browser, number, string][] = [
    [new Browser(served.address, '/sync/w3bbbbbbbbbb/board', 'ann'), 4404, 'unknown-workshop'],
    [new Browser(served.address, '/live/w3bbbbbbbbbb', 'ann'), 4404, 'unknown-workshop'],
    [new Browser(served.address, '/sync/%ff/board', 'ann'), 4404, 'unknown-workshop'],
    [Browser.sync(served, null), 4401, 'not-joined'],
    [Browser.live(served, null), 4401, 'not-joined'],
    [Browser.sync(served, 'a-guess'), 4401, 'not-joined'],
    [
      new Browser(served.address, `/sync/${workshop}/board`, null, { cookie: 'wb_w3bbbbbbbbbb=ann' }),
      4401,
      'not-joined',
    ],
    [Browser.sync(served, 'ann', otherDocument), 4403, 'group-keeps-closed'],
    [Browser.sync(served, 'ann', 'group/g4aaaaaaaaaa'), 4404, 'unknown-document'],
    [Browser.sync(served, 'ann', 'board?generation=2'), 4409, 'generation-moved'],
    [Browser.sync(served, 'ann', 'board?generation=1x'), 4409, 'generation-moved'],
  ];
  for (const [browser, code, reason] of cases) expect(await browser.closed).toEqual({ code, reason });
  await Browser.sync(served, 'ann', 'board?generation=1').seated();
});

test('WI43 names that are no document are refused before any room is made', async () => {
  const names = ['', '../data', '..%2f..%2fx', 'a%00b', '__proto__', 'x'.repeat(300), 'group/', 'board/', '/board'];
  names.push('group/../board', `group/${own}/..`, '%E0%A4%A', `group%252F${own}`, 'BOARD');
  served.gate.log.reads = [];
  for (const name of names) {
    const closed = await closeOf(`/sync/${workshop}/${name}`, 'ann');
    expect(closed, name).toEqual({ code: 4404, reason: 'unknown-document' });
  }
  expect(await closeOf('/sync/../board', 'ann')).toEqual({ code: 4404, reason: 'unknown-workshop' });
  expect(served.gate.log.reads).toEqual([]);
  await Browser.sync(served, 'ann', `group%2F${own}`).seated();
});

test('WI44 a frame that is garbage closes its socket and nobody else’s', async () => {
  const witness = await Browser.sync(served, 'bo').seated();
  const garbage: Record<string, string | Uint8Array> = {
    'a short text': 'hello',
    'the number 4294967296': Uint8Array.of(128, 128, 128, 128, 16),
    'an empty frame': new Uint8Array(),
    'a cut sync message': Uint8Array.of(0, 2, 9, 1),
    'presence that is a number': Uint8Array.of(1, 4, 1, 7, 1, 1, 53),
    'presence that is a list': Uint8Array.of(1, 6, 1, 7, 1, 2, 91, 93),
    'presence that is cut': Uint8Array.of(1, 3, 1, 7, 1),
  };
  for (const [what, bytes] of Object.entries(garbage)) {
    const browser = await Browser.sync(served, 'ann').seated();
    browser.socket.send(bytes);
    expect(await browser.closed, what).toEqual({ code: 4400, reason: 'malformed-frame' });
  }
  witness.say({ type: 'update', update: update('fine') });
  await witness.until(() => witness.frames.some((frame) => frame.type === 'stored'));
});

test('WI44 ten thousand random frames end sockets, not the server', async () => {
  const witness = await Browser.sync(served, 'bo').seated();
  const frames = fc.sample(fc.uint8Array({ minLength: 1, maxLength: 64 }), { seed: 44, numRuns: 10_000 });
  for (let start = 0; start < frames.length; start += 50) {
    const browser = await Browser.sync(served, 'ann').seated();
    for (const bytes of frames.slice(start, start + 50)) browser.socket.send(bytes);
    expect((await browser.closed).code).toBeGreaterThanOrEqual(4400);
  }
  witness.say({ type: 'update', update: update('fine') });
  await witness.until(() => witness.frames.some((frame) => frame.type === 'stored'));
  expect(served.gate.log.words(ownDocument)).toBe('fine');
});

test('WI45 a frame over the limit is refused with too-large, however large', async () => {
  for (const bytes of [limits.frameBytes + 1, 3 * limits.frameBytes]) {
    const browser = await Browser.sync(served, 'ann').seated();
    browser.socket.send(new Uint8Array(bytes));
    expect(await browser.closed).toEqual({ code: 4413, reason: 'too-large' });
  }
});

test('WI45 frames that the protocol itself forbids are malformed', async () => {
  const browser = await Browser.live(served, 'ann').hears();
  const raw = (browser.socket as unknown as { _socket: { write(bytes: Uint8Array): void } })._socket;
  raw.write(Uint8Array.of(0xff, 0x80, 0, 0, 0, 0));
  expect(await browser.closed).toEqual({ code: 4400, reason: 'malformed-frame' });
});

test('DO8 whoever’s right to write changes comes back through the same gate; whoever may no longer read stays out', async () => {
  const { gate } = served;
  gate.let('ann', 'member', own);
  gate.let('bo', 'member', other);
  const [writer, reader, board] = await Promise.all([
    Browser.sync(served, 'ann').seated(),
    Browser.sync(served, 'bo').seated(),
    Browser.sync(served, 'ann', 'board').seated(),
  ]);
  gate.change(() => gate.groups.set(own, { open: false, keptClosed: false, presented: false }));
  expect(await writer.closed).toEqual({ code: 4510, reason: 'rights-changed' });
  expect([reader.isClosed, board.isClosed]).toEqual([false, false]);
  const back = await Browser.sync(served, 'ann').seated();
  back.say({ type: 'update', update: update('too late') });
  await back.until(() => back.frames.some((frame) => frame.type === 'denied' && frame.reason === 'strategy-closed'));
  gate.change(() => gate.groups.set(own, { open: false, keptClosed: true, presented: false }));
  expect(await reader.closed).toEqual({ code: 4510, reason: 'rights-changed' });
  expect(await Browser.sync(served, 'bo').closed).toEqual({ code: 4403, reason: 'group-keeps-closed' });
  expect([back.isClosed, board.isClosed, gate.log.words(ownDocument)]).toEqual([false, false, '']);
});

test.each([
  ['removed', 4402],
  ['link-revoked', 4410],
] as const)(
  'DO8 a person who was sent away loses every socket, cannot come back, and is told why: %s',
  async (reason, code) => {
    const sync = await Browser.sync(served, 'ann').seated();
    const live = await Browser.live(served, 'ann').hears();
    served.gate.send('ann', reason);
    for (const browser of [sync, live, Browser.sync(served, 'ann'), Browser.live(served, 'ann')]) {
      expect(await browser.closed).toEqual({ code, reason });
    }
    while (served.gate.connected.length > 0) await pause(5);
  },
);

test('DO40 a socket that brings the words of somebody else is not let in', async () => {
  const path = `/sync/${workshop}/${ownDocument}?generation=1&person=`;
  const asBo = new Browser(served.address, `${path}bo-id`, 'ann');
  expect(await asBo.closed).toEqual({ code: 4412, reason: 'other-person' });
  await new Browser(served.address, `${path}ann-id`, 'ann').seated();
  expect(served.gate.log.words(ownDocument)).toBe('');
});

test('DO9 each role is refused in its own words when it writes where it may not', async () => {
  served.gate.let('watch', 'screen', null);
  served.gate.let('guest', 'observer', null);
  const cases = [
    ['ann', 'board', 'facilitator-only'],
    ['ann', otherDocument, 'not-your-group'],
    ['watch', ownDocument, 'screen-only-watches'],
    ['guest', 'charter', 'observer-only-reads'],
  ] as const;
  for (const [who, document, why] of cases) {
    const browser = await Browser.sync(served, who, document).seated();
    browser.say({ type: 'update', update: update('words') });
    await browser.until(() => browser.frames.some((frame) => frame.type === 'denied' && frame.reason === why));
    expect(served.gate.log.words(document)).toBe('');
  }
});

test('WI48 people are counted while they have a socket open', async () => {
  const first = await Browser.sync(served, 'ann').seated();
  const second = await Browser.live(served, 'ann').hears();
  expect(served.gate.connected).toEqual(['ann-id', 'ann-id']);
  first.socket.close();
  second.socket.terminate();
  while (served.gate.connected.length > 0) await pause(5);
});

test('WI49 when the server stops, sockets are closed with stopping and new ones are not taken', async () => {
  const browser = await Browser.sync(served, 'ann').seated();
  const closing = served.sockets.close();
  expect(await status(`/live/${workshop}`)).toBe(503);
  expect(await browser.closed).toEqual({ code: 4503, reason: 'stopping' });
  await closing;
});
