import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { systemClock } from '../adapters/system-clock.ts';
import { Backlog } from '../backlog.ts';
import { Hall } from '../hall.fixture.ts';
import { quiet } from '../room/room.fixture.ts';
import { attachSockets } from '../socket/sockets.ts';

/** What a server answers to a request as it is written here, up to the end of its connection. */
function answerTo(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    let answer = '';
    socket.on('data', (bytes) => (answer += bytes.toString()));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

test('DO78 An upgrade that is not offered is passed over, and one that is offered goes the way of sockets', async () => {
  const hall = await Hall.start();
  const { app, workshops: directory, meter } = hall;
  const parts = { directory, clock: systemClock(), journal: quiet, meter, publicUrl: null, backlog: new Backlog() };
  const sockets = attachSockets(app.server, parts);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const ask = (path: string, protocol: string): Promise<string> =>
    answerTo(port, [
      `GET ${path} HTTP/1.1`,
      'Host: board.example',
      `Connection: Upgrade, HTTP2-Settings, close`,
      `Upgrade: ${protocol}`,
      'HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA',
    ]);
  const health = await ask('/health', 'h2c');
  expect(health).toContain('HTTP/1.1 200 OK');
  expect(health).toContain('{"status":"ok"}');
  expect(await ask('/api/codes/AAAAAA', 'h2c')).toContain('wrong-code');
  expect(await ask('/elsewhere', 'websocket')).toContain('HTTP/1.1 404');
  await sockets.close();
  await hall.remove();
});
