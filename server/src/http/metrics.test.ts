import { errorStatus } from '@board/shared/errors';
import { afterEach, expect, test } from 'vitest';
import { Browser, come, edit, gather, Hall } from '../hall.fixture.ts';

let hall: Hall;
afterEach(() => hall.remove());

const read = async (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') => {
  const { statusCode, body } = await hall.app.inject({ method: 'GET', url: '/metrics', headers, remoteAddress });
  return { status: statusCode, body };
};
const unknown = async () => (await hall.app.inject({ method: 'GET', url: '/nothing' })).body;

/** The value of one series. */
const seriesValue = (text: string, series: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length + 1) ?? Number.NaN,
  );

test('DO60 Without a key the numbers are for this machine, and for nobody who comes through a proxy', async () => {
  hall = await Hall.start();
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect((await read({}, address)).status).toBe(200);
  for (const address of ['192.168.1.20', '::ffff:192.168.1.20', '2001:db8::1', '1.127.0.0.1'])
    expect(await read({}, address)).toEqual({ status: 404, body: await unknown() });
  for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
    expect(await read({ [header]: '127.0.0.1' })).toEqual({ status: 404, body: await unknown() });
  expect((await read({ authorization: 'Bearer undefined' }, '192.168.1.20')).status).toBe(404);
});

test('DO60 Behind a proxy nobody is local: without a key nobody reads the numbers', async () => {
  hall = await Hall.start({ publicUrl: 'https://board.example' });
  expect(await read()).toEqual({ status: 404, body: await unknown() });
});

test('DO60 With a key the numbers are for those who have it, wherever they are, and guessing it is slowed', async () => {
  hall = await Hall.start({ publicUrl: 'https://board.example', metricsKey: 'our key' });
  const right = { authorization: 'Bearer our key' };
  expect((await read(right, '192.0.2.1')).status).toBe(200);
  expect((await read({ ...right, 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
  for (const authorization of ['Bearer another', 'Bearer our key2', 'Basic our key', 'our key', ''])
    expect(await read({ authorization })).toEqual({ status: 404, body: await unknown() });
  expect((await read({})).status).toBe(404);
  for (let guess = 0; guess < 100; guess += 1) await read({ authorization: `Bearer ${guess}` }, '192.0.2.9');
  expect((await read(right, '192.0.2.9')).status).toBe(404);
  expect((await read(right, '192.0.2.1')).status).toBe(200);
});

test('DO61 The numbers tell rooms, edits, commits, refusals and the process, and no id, name or document', async () => {
  hall = await Hall.start();
  const here = await gather(hall, ['Water']);
  const ana = await come(here, 'Ana', { groupId: here.groups[0]!.id });
  await edit(here, 'charter', (doc) => doc.getText('preamble').insert(0, 'Words'));
  const stranger = new Browser(hall);
  for (let count = 0; count < 3; count += 1)
    await stranger.refusal('POST', `${here.at}/people`, { code: 'AAAAAA', name: 'Bo' });
  const { body } = await read();
  expect(seriesValue(body, 'board_refused_total{reason="wrong-code"}')).toBe(3);
  expect(seriesValue(body, 'board_commit_seconds_count')).toBeGreaterThanOrEqual(3);
  expect(seriesValue(body, 'board_commit_seconds_sum')).toBeGreaterThan(0);
  expect(seriesValue(body, 'board_rooms')).toBeGreaterThanOrEqual(1);
  for (const reason of Object.keys(errorStatus))
    expect(seriesValue(body, `board_refused_total{reason="${reason}"}`), reason).toBeGreaterThanOrEqual(0);
  for (const series of ['board_edits_total', 'board_fan_out_seconds_count', 'board_commits_failed_total'])
    expect(seriesValue(body, series), series).toBeGreaterThanOrEqual(0);
  expect(seriesValue(body, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
  expect(body).toContain('nodejs_eventloop_lag_p99_seconds');
  const names = [
    here.workshopId,
    here.joinCode,
    ana.personId,
    here.groups[0]!.id,
    'Ana',
    'Our workshop',
    'Words',
    'group/',
  ];
  for (const name of names) expect(body).not.toContain(name);
});

test('DO62 While it stops the server says so at /health, and nothing else', async () => {
  hall = await Hall.start();
  const health = async () => {
    const { statusCode, body } = await hall.app.inject({ method: 'GET', url: '/health' });
    return [statusCode, JSON.parse(body)];
  };
  expect(await health()).toEqual([200, { status: 'ok' }]);
  hall.isStopping = true;
  expect(await health()).toEqual([503, { status: 'stopping' }]);
  expect((await read()).status).toBe(503);
});
