import { errorStatus, isErrorCode } from '@board/shared/errors';
import { limits } from '@board/shared/protocol/limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser, gather, Hall } from '../hall.fixture.ts';
import { ManualClock } from '../room/room.fixture.ts';
import { isOwnOrigin } from './origin.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.start();
});
afterAll(() => hall.remove());

test.each([
  ['an unknown route', 'GET', '/api/nothing', undefined, '404 unknown-route'],
  ['a known path with another method', 'DELETE', '/api/workshops', undefined, '404 unknown-route'],
  ['no page to show', 'GET', '/w/abc', undefined, '404 unknown-route'],
  ['a body that is not JSON', 'POST', '/api/workshops', '{"title":', '400 bad-request'],
  ['a body that poisons prototypes', 'POST', '/api/workshops', '{"__proto__":{"a":1}}', '400 bad-request'],
  ['a body that is a list', 'POST', '/api/workshops', '[]', '400 bad-request'],
  ['no body', 'POST', '/api/workshops', undefined, '400 bad-request title'],
  ['a body over the limit', 'POST', '/api/workshops', JSON.stringify('x'.repeat(limits.commandBytes)), '413 too-large'],
  ['an address that cannot be read', 'GET', '/api/workshops/%zz/me', undefined, '400 bad-request'],
  ['a workshop that is not there', 'GET', '/api/workshops/222222222222/me', undefined, '404 unknown-workshop'],
] as const)('DO22 Every refusal has a code of the one table: %s', async (_what, method, url, body, refusal) => {
  const browser = new Browser(hall);
  const headers = { 'content-type': 'application/json' };
  expect(await browser.refusal(method, url, body, body === undefined ? {} : headers)).toBe(refusal);
  const [status, code] = refusal.split(' ');
  expect(isErrorCode(code) && errorStatus[code]).toBe(Number(status));
});

test('DO23 A body that is not JSON by its own word is refused', async () => {
  const headers = { 'content-type': 'text/plain' };
  expect(await new Browser(hall).refusal('POST', '/api/workshops', '{"title":"T","groups":["A"]}', headers)).toBe(
    '400 bad-request',
  );
});

test('DO24 A page of another origin changes nothing; scripts without an origin and the own page do', async () => {
  const here = await gather(hall);
  const stage = (origin?: string): Promise<string | number> =>
    here.facilitator
      .call<{ error: { code: string } } | null>(
        'PUT',
        `${here.at}/stage`,
        { stage: 'plenary' },
        {
          host: 'board.local:8080',
          ...(origin === undefined ? {} : { origin }),
        },
      )
      .then(({ status, body }) => body?.error.code ?? status);
  expect(await stage()).toBe(204);
  expect(await stage('http://board.local:8080')).toBe(204);
  for (const foreign of ['http://evil.example', 'http://board.local:8081', 'null', 'http://board.local', 'junk']) {
    expect(await stage(foreign)).toBe('foreign-origin');
  }
});

test('DO25 Behind a proxy the public address is an origin of our own', () => {
  expect(isOwnOrigin('https://board.example', '127.0.0.1:8080', 'https://board.example')).toBe(true);
  expect(isOwnOrigin('http://board.example', '127.0.0.1:8080', 'https://board.example')).toBe(false);
  expect(isOwnOrigin('https://other.example', 'other.example', null)).toBe(true);
  expect(isOwnOrigin('file://board.local', 'board.local', null)).toBe(false);
  expect(isOwnOrigin('http://board.local', undefined, null)).toBe(false);
});

test('DO26 The page may load from its own server only, and nothing sends a hall on plain http to https', async () => {
  const { headers } = await new Browser(hall).call('GET', '/health', undefined, { host: '192.168.1.20:8080' });
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self' ws://192.168.1.20:8080 wss://192.168.1.20:8080");
  expect(policy).not.toContain('upgrade-insecure-requests');
  expect(headers).not.toHaveProperty('strict-transport-security');
  expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
  const odd = await new Browser(hall).call('GET', '/health', undefined, { host: "a; script-src 'unsafe-inline'" });
  expect(String(odd.headers['content-security-policy'])).not.toContain("script-src 'unsafe-inline'");
});

test('DO27 Answers of commands are kept by no cache', async () => {
  const { headers } = await new Browser(hall).call('GET', '/api/server');
  expect(headers['cache-control']).toBe('no-store');
});

test('DO28 The journal has no names, secrets, bodies, cookies or addresses', async () => {
  const here = await gather(hall);
  hall.journalLines.length = 0;
  const browser = new Browser(hall);
  const command = { code: here.joinCode, name: 'Ana Secret', organisation: 'Hidden' };
  await browser.must('POST', `${here.at}/people`, command);
  await browser.refusal('POST', `${here.at}/people`, { key: 'a wrong key', name: 'Ana Secret' });
  const lines = hall.journalLines.join('\n');
  expect(hall.journalLines).toHaveLength(1);
  expect(lines).toContain('"route":"/api/workshops/:id/people","status":403');
  const secrets = [here.joinCode, here.facilitatorKey, here.workshopId, ...browser.jar.values(), '127.0.0.1'];
  for (const secret of [...secrets, 'Ana Secret', 'Hidden', 'a wrong key']) expect(lines).not.toContain(secret);
});

test('DO29 A fault of ours is told without a word of what somebody wrote', async () => {
  const here = await gather(hall);
  const workshop = await hall.workshop(here.workshopId);
  workshop.rooms.read = () => Promise.reject(new Error('quotes what Ana wrote'));
  expect(await new Browser(hall).refusal('GET', `/api/codes/${here.joinCode}`)).toBe('500 internal');
  expect(hall.journalLines.join()).toContain('request-failed');
  expect(hall.journalLines.join()).not.toContain('Ana wrote');
});

test('DO30 One address that sends without end is told to wait', async () => {
  const flooded = await Hall.start({}, new ManualClock());
  const browser = new Browser(flooded);
  const statuses = new Map<number, number>();
  for (let sent = 0; sent < 6_100; sent += 100) {
    const answers = await Promise.all(Array.from({ length: 100 }, () => browser.call('GET', '/api/server')));
    for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect(statuses.get(200)).toBe(6_000);
  expect(statuses.get(429)).toBe(100);
  expect(await browser.refusal('GET', '/api/server')).toBe('429 too-many-requests');
  await flooded.remove();
});

test('DO36 A server that is being stopped takes no command any more, and says so', async () => {
  hall.isStopping = true;
  const command = { title: 'T', groups: ['A'] };
  expect(await new Browser(hall).refusal('POST', '/api/workshops', command)).toBe('503 stopping');
  expect(await new Browser(hall).refusal('GET', '/api/server')).toBe('503 stopping');
  hall.isStopping = false;
});
