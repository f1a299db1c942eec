import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { readInSlices } from './slices.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serve(handle: RequestListener): Promise<number> {
  const server = createServer(handle);
  readInSlices(server);
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** Sends it at once; resolves with all that came back when the connection is closed. */
async function send(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes)).on('error', () => socket.destroy());
  let heard = '';
  socket.on('data', (piece: Buffer) => {
    heard += piece.toString('latin1');
  });
  // Not `once`, which fails where the connection is cut.
  await new Promise((resolve) => socket.on('close', resolve));
  return heard;
}

const ask = (line: string, headers = ''): string => `${line} HTTP/1.1\r\nHost: board.example\r\n${headers}\r\n`;

test('DO86 Of requests that came in one piece hardly any is read once their connection was let go of', async () => {
  let come = 0;
  const port = await serve(({ socket }) => {
    come += 1;
    socket.destroy();
  });
  await send(port, ask('GET /').repeat(1_000));
  expect(come).toBeLessThan(40);
});

test('DO86 Of crumbs that came in one piece hardly any is read once their connection was let go of', async () => {
  let read = 0;
  const port = await serve((coming) => {
    const push = coming.push.bind(coming);
    coming.push = (piece) => {
      read += 1;
      return push(piece);
    };
    coming.on('data', () => coming.socket.destroy()).read(0);
  });
  await send(port, `${ask('POST /', 'Transfer-Encoding: chunked\r\n')}${'1\r\n \r\n'.repeat(10_000)}`);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(200);
});

test('DO86 A long body comes in whole, also of a connection that is used again', async () => {
  const port = await serve(async (coming, answer) => {
    answer.end(String((await bodyOf(coming)).length));
  });
  for (const letters of [10, 1_000_000, 3]) {
    const asked = request({ port, host: '127.0.0.1', method: 'POST' });
    asked.end('x'.repeat(letters));
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(await bodyOf(answer)).toBe(String(letters));
  }
});

test('DO86 What was sent ahead waits while answers are not read, and is answered in its order', async () => {
  const long = 'y'.repeat(200_000);
  const port = await serve(({ url }, answer) => void answer.end(`${url}${long}`));
  const asked = Array.from({ length: 100 }, (_, place) => `/${place}`);
  const socket = connect(port, '127.0.0.1').pause();
  socket.write(asked.map((url) => ask(`GET ${url}`, url === '/99' ? 'Connection: close\r\n' : '')).join(''));
  let heard = '';
  socket.on('data', (piece: Buffer) => {
    heard += piece.toString();
  });
  socket.resume();
  await once(socket, 'close');
  expect(heard.match(/\/\d+y/g)).toEqual(asked.map((url) => `${url}y`));
});

test('DO98 Of a body whose length was said all that has come is read at once, and of what was sent behind it hardly any', async () => {
  let [pieces, come] = [0, 0];
  const port = await serve((coming) => {
    come += 1;
    if (come > 1) coming.socket.destroy();
    coming.on('data', () => {
      pieces += 1;
    });
  });
  const length = 4_000_000;
  const body = 'x'.repeat(length);
  await send(port, `${ask('POST /', `Content-Length: ${length}\r\n`)}${body}${ask('GET /').repeat(1_000)}`);
  expect(pieces).toBeLessThan(length / 8 / 1024);
  expect(come).toBeLessThan(40);
});

test('DO98 Bodies of every length around a slice come in whole, one behind the other', async () => {
  const port = await serve(async (coming, answer) => {
    answer.end(String((await bodyOf(coming)).length));
  });
  const lengths = [1, 900, 1_023, 1_024, 1_025, 2_000, 3_000, 70_000, 0, 140_000];
  const requests = lengths.map((length, at) => {
    const close = at === lengths.length - 1 ? 'Connection: close\r\n' : '';
    return `${ask('POST /', `Content-Length: ${length}\r\n${close}`)}${'x'.repeat(length)}`;
  });
  const bodies = (await send(port, requests.join(''))).split('\r\n').filter((line) => /^\d+(HTTP|$)/.test(line));
  expect(bodies.map((line) => Number.parseInt(line, 10))).toEqual(lengths);
});

test('DO99 Of what is no HTTP nothing is read once it was answered', async () => {
  let heard = 0;
  const port = await serve(() => {});
  servers.at(-1)!.on('clientError', (_problem, socket) => {
    heard += 1;
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\n\r\n', () => socket.destroy());
  });
  expect(await send(port, 'x y z\r\n'.repeat(8_000))).toMatch(/^HTTP\/1.1 400/);
  expect(heard).toBe(1);
});

test.each([['at once'], ['later']])(
  'WI113 Messages that come with the upgrade are heard in their order, whatever slice they lie in; taken %s',
  async (when) => {
    const port = await serve(() => {});
    const websockets = new WebSocketServer({ noServer: true });
    servers.at(-1)!.on('upgrade', (coming, socket, head) => {
      const takeIt = () =>
        websockets.handleUpgrade(coming, socket, head, (websocket) => {
          const heard: number[] = [];
          websocket.on('message', (bytes: Buffer) => heard.push(bytes.length));
          websocket.on('message', () => heard.length === 3 && websocket.send(heard.join(), () => socket.destroy()));
        });
      if (when === 'at once') takeIt();
      else setTimeout(takeIt, 5);
    });
    const upgrade = 'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n';
    const key = `Sec-WebSocket-Key: ${'A'.repeat(22)}==\r\n`;
    const messages = [frame(10), frame(100), frame(3_000)].join('');
    for (let filled = 700; filled < 1_100; filled += 13) {
      const request = ask('GET /', `${upgrade}${key}Filler: ${'x'.repeat(filled)}\r\n`);
      expect(await send(port, Buffer.from(request + messages, 'latin1')), String(filled)).toContain('10,100,3000');
    }
  },
);

/** A message of so many bytes, as a browser packs it. */
function frame(bytes: number): string {
  const head = bytes < 126 ? [0x80 | bytes] : [0x80 | 126, bytes >> 8, bytes & 0xff];
  return String.fromCharCode(0x82, ...head, 0, 0, 0, 0) + 'y'.repeat(bytes);
}

async function bodyOf(coming: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of coming) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
