import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { limits } from '@board/shared/protocol/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkshop, join, type Workshop } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';
import { Typists } from './typists.ts';

/** Megabytes of the heap that the server is given, and of memory that it may take in all. */
const heap = 512;
const mostMemory = 600;

/** Letters of what comes that are kept. */
const mostHeard = 10_000;

let server: ServerProcess;
let workshop: Workshop;
let typists: Typists;
let strangers: Stranger[] = [];
beforeEach(async () => {
  server = await ServerProcess.start({ NODE_OPTIONS: `--max-old-space-size=${heap}` });
  workshop = await createWorkshop(server.address, 'A workshop', ['One']);
  typists = await Typists.sitDown(workshop, workshop.groups[0]!.id);
});
afterEach(async () => {
  for (const { socket } of strangers) socket.destroy();
  strangers = [];
  await server.remove();
});

interface Stranger {
  socket: Socket;
  /** The first letters that came. */
  heard: string;
}

/** So many connections that send the same, and read nothing where they are told not to. */
function come(count: number, sent: string | Buffer, { reads = true } = {}): Stranger[] {
  const some = Array.from({ length: count }, (): Stranger => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(sent));
    const stranger = { socket, heard: '' };
    socket.on('error', () => socket.destroy());
    const hear = (piece: Buffer): void => {
      stranger.heard += piece.toString('latin1').slice(0, Math.max(0, mostHeard - stranger.heard.length));
    };
    if (reads) socket.on('data', hear);
    else socket.pause();
    return stranger;
  });
  strangers.push(...some);
  return some;
}

/** The most memory, in megabytes, that the server has had. */
async function memory(): Promise<number> {
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Seconds of work for so many connections, until the last of them is let go of. */
async function cost(count: number, sent: string | Buffer): Promise<number> {
  const worked = await server.number('process_cpu_seconds_total');
  const some = come(count, sent);
  await until('all are let go of', () => some.every(({ socket }) => socket.destroyed), 50_000);
  return (await server.number('process_cpu_seconds_total')) - worked;
}

async function expectUnharmed(): Promise<void> {
  expect(await memory()).toBeLessThan(mostMemory);
  const { drops, isAllThere } = await typists.getUp();
  expect([drops, isAllThere]).toEqual([0, true]);
  expect((await fetch(`${server.address}/health`)).status).toBe(200);
}

const request = (line: string, headers: string[] = []): string =>
  [`${line} HTTP/1.1`, 'Host: board.example', ...headers, '', ''].join('\r\n');
const crumbs = Buffer.from('1\r\n \r\n'.repeat(20_000));

test('DO80 Bodies without end, in crumbs of one byte, are cut off before they cost memory, wherever they are sent', async () => {
  const addresses = [`/api/workshops/${workshop.workshopId}/people`, '/api/taken-up', '/api/server', '/nothing'];
  const headers = ['Content-Type: application/json', 'Transfer-Encoding: chunked'];
  for (const address of addresses)
    for (const method of ['POST', 'GET'])
      come(5, Buffer.concat([Buffer.from(request(`${method} ${address}`, headers)), crumbs]));
  await until('all are let go of', () => strangers.every(({ socket }) => socket.destroyed));
  await expectUnharmed();
});

test('DO81 Bodies that stop before their end fill only so much memory; those that have not gone on for longest are told to come back', async () => {
  const bytes = limits.commandBytes - 1;
  const headers = ['Content-Type: application/json', `Content-Length: ${limits.commandBytes}`];
  const line = request(`POST /api/workshops/${workshop.workshopId}/people`, headers);
  const body = Buffer.concat([Buffer.from(line), Buffer.alloc(bytes, ' ')]);
  const most = Math.ceil(limits.bodyBytesPerNetwork / bytes);
  const many = come(2 * most, body);
  await until('some are let go of', () => many.filter(({ socket }) => socket.destroyed).length >= most);
  const told = many.filter(({ heard }) => heard !== '');
  expect(told.length).toBeGreaterThan(0);
  expect(told.every(({ heard }) => heard.startsWith('HTTP/1.1 429'))).toBe(true);
  await expectUnharmed();
  for (const { socket } of many) socket.destroy();
  await join(workshop, 'Late');
});

test('DO82 Who is refused while a long body comes is not listened to any longer', async () => {
  const headers = ['Content-Type: application/json', `Content-Length: ${limits.commandBytes}`];
  const foreign = [...headers, 'Origin: http://elsewhere.example'];
  const told = [
    ...come(1, request('POST /api/workshops/222222222222/people', headers)),
    ...come(1, request('POST /api/nothing', headers)),
    ...come(1, request(`POST /api/workshops/${workshop.workshopId}/people`, foreign)),
  ];
  await until('they are let go of', () => told.every(({ socket }) => socket.destroyed));
  expect(told.map(({ heard }) => heard.slice(9, 12))).toEqual(['404', '404', '403']);
  await expectUnharmed();
});

test('DO83 Requests sent ahead are answered one after the other, a few of them; who sends more is let go of', async () => {
  const polite = come(1, request('GET /health').repeat(1 + limits.requestsAhead));
  const answers = (): number => polite[0]!.heard.split('HTTP/1.1 200').length - 1;
  await until('all answers come', () => answers() === 1 + limits.requestsAhead);
  const rude = [
    ...come(25, request('GET /metrics').repeat(40), { reads: false }),
    ...come(25, request(`GET /api/workshops/${workshop.workshopId}/me`).repeat(40), { reads: false }),
  ];
  await until('they are let go of', async () => (await server.number('board_refused_total')) >= rude.length);
  await expectUnharmed();
});

test('DO86 Crumbs and requests sent ahead cost hardly more than as many connections that ask once', async () => {
  const addresses = [`/api/workshops/${workshop.workshopId}/people`, '/api/taken-up', '/nothing'];
  const chunked = ['Content-Type: application/json', 'Transfer-Encoding: chunked'];
  const once = request('GET /nothing', ['Connection: close']);
  const rounds = 3;
  await cost(50, once);
  const modest = await cost(50 * rounds * addresses.length, once);
  let rude = 0;
  for (let round = 0; round < rounds; round++)
    for (const address of addresses)
      rude += await cost(50, Buffer.concat([Buffer.from(request(`POST ${address}`, chunked)), crumbs]));
  expect(rude).toBeLessThan(5 * modest);
  expect(await cost(50 * rounds * addresses.length, request('GET /health').repeat(2_000))).toBeLessThan(5 * modest);
  await expectUnharmed();
});

test('DO85 A hall behind one router is let in with all its connections; of more than that the ones go that do nothing', async () => {
  const hall = come(3_000, request('GET /api/server'));
  await until('everybody is answered', () => hall.every(({ heard }) => heard.startsWith('HTTP/1.1 200')));
  const idle = come(limits.connectionsPerNetwork, request('GET /health').slice(0, -2));
  await until('all have come', () => idle.every(({ socket }) => !socket.connecting));
  await until('those who did nothing go', () => hall.every(({ socket }) => socket.destroyed));
  await join(workshop, 'Late');
  await expectUnharmed();
});
