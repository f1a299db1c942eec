import { type AddressInfo, connect, type Socket } from 'node:net';
import { limits } from '@board/shared/protocol/limits';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gather, Hall } from '../hall.fixture.ts';
import { HallClock } from '../hall-clock.fixture.ts';

/** How often something is looked for, and for how long. */
const patient = { timeout: 60_000, interval: 20 };
const wait = limits.bodyWaitMs / 60_000;

let hall: Hall;
let clock: HallClock;
let port: number;
/** Bytes that have come in, of all connections. */
let read: () => number;
const strangers: Stranger[] = [];
beforeEach(async () => {
  clock = new HallClock();
  hall = await Hall.start({ publicUrl: 'http://board.example' }, clock);
  const sockets: Socket[] = [];
  hall.app.server.on('connection', (socket) => sockets.push(socket));
  read = () => sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
  await hall.app.listen({ host: '127.0.0.1', port: 0 });
  port = (hall.app.server.address() as AddressInfo).port;
});
afterEach(async () => {
  for (const { socket } of strangers.splice(0)) socket.destroy();
  await hall.remove();
});

interface Stranger {
  socket: Socket;
  heard: string;
  sent: number;
}

function come(): Stranger {
  const stranger: Stranger = { socket: connect(port, '127.0.0.1'), heard: '', sent: 0 };
  stranger.socket
    .on('error', () => {})
    .on('data', (piece: Buffer) => {
      stranger.heard += piece.toString('latin1');
    });
  strangers.push(stranger);
  return stranger;
}

/** Sends it, and waits until the server has read all that everybody has sent. */
async function send(stranger: Stranger, bytes: string | Buffer): Promise<void> {
  write(stranger, bytes);
  await allIsRead();
}

/** Sends it from so many strangers. */
async function sendFromEach(count: number, bytes: Buffer): Promise<void> {
  for (let at = 0; at < count; at++) write(come(), bytes);
  await allIsRead();
}

function write(stranger: Stranger, bytes: string | Buffer): void {
  stranger.socket.write(bytes);
  stranger.sent += Buffer.byteLength(bytes);
}

async function allIsRead(): Promise<void> {
  await expect.poll(read, patient).toBe(strangers.reduce((sum, { sent }) => sum + sent, 0));
}

const head = (path: string, headers: string[]): string =>
  [`POST ${path} HTTP/1.1`, 'Host: board.example', 'Content-Type: application/json', ...headers, '', ''].join('\r\n');
const ofLength = (bytes: number): string[] => [`Content-Length: ${bytes}`];
const spaces = (bytes: number): Buffer => Buffer.alloc(bytes, ' ');
/** What was answered last: the status, and the code of a refusal. */
const answer = ({ heard }: Stranger): string =>
  [/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1], /"code":"([^"]+)/.exec(heard)?.[1]].join(' ').trim();
/** A workshop's file of so many bytes. */
function file(bytes: number): Buffer {
  const text = Buffer.from(JSON.stringify(filledFile()));
  return Buffer.concat([text, spaces(bytes - text.byteLength)]);
}

test('DO100 Whoever begins bodies, long and short, and ends none keeps no command from being carried out', async () => {
  const here = await gather(hall);
  const path = `${here.at}/people`;
  const bytes = 255_000;
  const networks = ['192.0.2.1', '192.0.2.2', '192.0.2.3'];
  const count = Math.ceil(limits.bodyBytesPerNetwork / bytes) + 5;
  for (const network of networks) {
    const long = head(path, [`X-Forwarded-For: ${network}`, ...ofLength(bytes + 1)]);
    const short = head(path, [`X-Forwarded-For: ${network}`, ...ofLength(200)]);
    await sendFromEach(count, Buffer.concat([Buffer.from(long), spaces(bytes)]));
    await sendFromEach(count, Buffer.from(`${short}{`));
  }
  for (const network of [...networks, '192.0.2.9']) {
    for (const bytes of [0, 60_000]) {
      const late = come();
      const words = JSON.stringify({ code: here.joinCode, name: `Late ${network}` }).padEnd(bytes, ' ');
      await send(late, head(path, [`X-Forwarded-For: ${network}`, ...ofLength(words.length)]) + words);
      await expect.poll(() => answer(late), patient).not.toBe('');
      expect(answer(late)).toBe('201');
    }
  }
});

test('DO101 A workshop’s file that goes on coming is waited for', async () => {
  const slow = come();
  const parts = 5;
  const whole = file(parts * limits.bodyBytesPerWait);
  await send(slow, head('/api/taken-up', ofLength(whole.byteLength)));
  for (let part = 0; part < parts; part++) {
    await send(slow, whole.subarray(part * limits.bodyBytesPerWait, (part + 1) * limits.bodyBytesPerWait));
    clock.forward(wait);
  }
  await expect.poll(() => answer(slow), patient).toBe('201');
  // Node's own end, which runs by the real clock, comes behind ours.
  expect(hall.app.server.requestTimeout).toBeGreaterThan(limits.bodyWaits * limits.bodyWaitMs);
});

test('DO101 A body that stops, or comes for too long, is told that it comes too slowly', async () => {
  const here = await gather(hall);
  const [stops, endless, short] = [come(), come(), come()];
  for (const one of [stops, endless]) await send(one, head('/api/taken-up', ofLength(limits.workshopFileBytes)));
  await send(short, `${head(`${here.at}/people`, ofLength(200))}{`);
  for (let part = 0; part < limits.bodyWaits; part++) {
    if (part < 2) await send(stops, spaces(limits.bodyBytesPerWait));
    await send(endless, spaces(limits.bodyBytesPerWait));
    expect(answer(endless)).toBe('');
    clock.forward(wait);
    if (part === 0) await expect.poll(() => answer(short), patient).toBe('400 sent-too-slowly');
    if (part === 1) await expect.poll(() => short.socket.destroyed, patient).toBe(true);
    if (part === 2) await expect.poll(() => answer(stops), patient).toBe('400 sent-too-slowly');
  }
  await expect.poll(() => answer(endless), patient).toBe('400 sent-too-slowly');
});

test('DO102 A body in chunks that are no crumbs is read, wherever slices and the network cut them', async () => {
  const whole = file(600_000);
  for (const size of [limits.bytesPerPiece, 300, 345]) {
    const one = come();
    const chunks: (Buffer | string)[] = [];
    for (let at = 0; at < whole.byteLength; at += size) {
      const chunk = whole.subarray(at, at + size);
      chunks.push(`${chunk.byteLength.toString(16)}\r\n`, chunk, '\r\n');
    }
    const sent = [head('/api/taken-up', ['Transfer-Encoding: chunked']), ...chunks, '0\r\n\r\n'];
    one.socket.write(Buffer.concat(sent.map((part) => Buffer.from(part))));
    await expect.poll(() => answer(one) || (one.socket.destroyed && 'cut'), patient).toBe('201');
  }
});
