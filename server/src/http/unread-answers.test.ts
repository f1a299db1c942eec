import { type AddressInfo, connect, type Socket } from 'node:net';
import { type CommentId, newId, type RowId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { come, gather, Hall } from '../hall.fixture.ts';
import type { NewEntry } from '../ports.ts';

/** What may wait for all here: five of the answers below. */
const most = 50_000_000;

test('WI104 Large answers over HTTP that nobody reads count too: those who hold most are let go of, and others are answered', async () => {
  const hall = await Hall.start();
  hall.mostUnread = most;
  await hall.restart();
  const here = await gather(hall);
  const groupId = here.groups[0]!.id;
  const ana = await come(here, 'Ana', { groupId });
  const text = 'x'.repeat(limits.commentText);
  const comments = Array.from({ length: limits.comments }, (_, place): NewEntry => {
    const commentId = newId<CommentId>();
    const where = { groupId, thread: commentId, row: newId<RowId>(), cell: null, recommendation: null };
    const decision = { type: 'comment-added', commentId, ...where, text: `${place}${text}` } as const;
    return { author: ana.personId, body: { kind: 'decision', decision } };
  });
  await (await hall.workshop(here.workshopId)).append(null, () => {}, comments);
  await hall.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = hall.app.server.address() as AddressInfo;
  const path = `${here.at}/groups/${groupId}/comments`;
  const cookie = [...ana.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const connections = new Set<Socket>();
  let came = 0;
  hall.app.server.on('connection', (socket) => {
    came += 1;
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  const hoarders = Array.from({ length: 20 }, () => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: board.example\r\nCookie: ${cookie}\r\n\r\n`);
    });
    socket.on('error', () => {});
    return socket.pause();
  });
  await expect.poll(() => came, { timeout: 60_000 }).toBe(hoarders.length);
  await expect
    .poll(() => connections.size, { timeout: 60_000 })
    .toBeLessThanOrEqual(most / (limits.comments * limits.commentText));
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
  expect(((await answer.json()) as { comments: unknown[] }).comments).toHaveLength(limits.comments);
  for (const socket of hoarders) socket.destroy();
  await hall.remove();
});
