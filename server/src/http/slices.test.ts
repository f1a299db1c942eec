import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
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
async function send(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes)).on('error', () => socket.destroy());
  let heard = '';
  socket.on('data', (piece: Buffer) => {
    heard += piece.toString();
  });
  await once(socket, 'close');
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

async function bodyOf(coming: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of coming) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
