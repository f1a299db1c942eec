import type { Me, PersonListed } from '@board/shared/commands';
import type { PairingBegun, PairingClaimed } from '@board/shared/commands-screen';
import { addItem } from '@board/shared/model/charter';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { Browser, come, edit, gather, Hall, openVote, pair } from '../hall.fixture.ts';
import { ManualClock } from '../room/room.fixture.ts';

eachInItsWorkshop();

const begin = (screen: Browser): Promise<PairingBegun> => screen.must<PairingBegun>('POST', '/api/screens', {});
const claim = (screen: Browser, secret: string): Promise<PairingClaimed> =>
  screen.must<PairingClaimed>('POST', '/api/screens/claim', { secret, name: 'Screen' });
const me = (who: Browser): Promise<Me> => who.must<Me>('GET', `${here.at}/me`);

test('SC1 A screen comes in when the facilitator types the code that it shows, and not before', async () => {
  const screen = new Browser(hall);
  const { code, secret } = await begin(screen);
  expect(await claim(screen, secret)).toEqual({ workshopId: null });
  expect(screen.jar.size).toBe(0);
  await here.facilitator.must('POST', `${here.at}/screens`, {
    code: `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase(),
  });
  expect(await claim(screen, secret)).toEqual({ workshopId: here.workshopId });
  expect(await me(screen)).toMatchObject({ role: 'screen', groupId: null, may: { write: [], vote: false } });
});

test('SC1 Nobody but a facilitator lets a screen in, and the join code makes none', async () => {
  const ana = await come(here, 'Ana');
  const { code, secret } = await begin(ana);
  expect(await ana.refusal('POST', `${here.at}/screens`, { code })).toBe('403 facilitator-only');
  expect(await new Browser(hall).refusal('POST', `${here.at}/screens`, { code })).toBe('401 not-joined');
  const asScreen = { code: here.joinCode, name: 'Screen', role: 'screen' };
  expect(await new Browser(hall).refusal('POST', `${here.at}/people`, asScreen)).toBe('400 bad-request role');
  expect(await claim(ana, secret)).toEqual({ workshopId: null });
});

test('SC1 An answer that was lost is asked for again and makes no second screen', async () => {
  const screen = new Browser(hall);
  const { code, secret } = await begin(screen);
  await here.facilitator.must('POST', `${here.at}/screens`, { code });
  await Promise.all([claim(new Browser(hall), secret), claim(screen, secret), claim(screen, secret)]);
  expect((await me(screen)).role).toBe('screen');
  const people = await here.facilitator.must<PersonListed[]>('GET', `${here.at}/people`);
  expect(people.filter(({ role }) => role === 'screen')).toHaveLength(1);
});

test('SC2 A code is of one screen and one workshop, and a wrong one is refused in words', async () => {
  const other = await gather(hall);
  const { code } = await begin(new Browser(hall));
  await here.facilitator.must('POST', `${here.at}/screens`, { code });
  expect(await other.facilitator.refusal('POST', `${other.at}/screens`, { code })).toBe('404 unknown-screen code');
  expect(await here.facilitator.refusal('POST', `${here.at}/screens`, { code: 'WRONG1' })).toBe(
    '404 unknown-screen code',
  );
  const guess = { secret: 'x'.repeat(32), name: 'Screen' };
  expect(await new Browser(hall).refusal('POST', '/api/screens/claim', guess)).toBe('404 unknown-screen');
});

test('SC2 A code runs out after ten minutes, and guessing codes is slowed like every other guessing', async () => {
  const clock = new ManualClock();
  const slow = await Hall.start({}, clock);
  const there = await gather(slow);
  const screen = new Browser(slow);
  const { code, secret } = await begin(screen);
  await clock.pass(10 * 60_000);
  expect(await there.facilitator.refusal('POST', `${there.at}/screens`, { code })).toBe('404 unknown-screen code');
  expect(await screen.refusal('POST', '/api/screens/claim', { secret, name: 'Screen' })).toBe('404 unknown-screen');
  let answer = '';
  for (let guess = 0; guess < 110; guess++)
    answer = await there.facilitator.refusal('POST', `${there.at}/screens`, { code: 'WRONG1' });
  expect(answer).toBe('429 too-many-requests');
  await slow.remove();
});

test('SC2 Of one address only so many screens wait: the code goes that nobody stands by', async () => {
  const crowd = await Hall.start();
  const there = await gather(crowd);
  const first = await begin(new Browser(crowd));
  const faithful = new Browser(crowd);
  const { code, secret } = await begin(faithful);
  for (let count = 0; count < limits.waitingScreensPerAddress + 10; count++) {
    await begin(new Browser(crowd));
    await claim(faithful, secret);
  }
  const typed = (code: string) => there.facilitator.call('POST', `${there.at}/screens`, { code });
  expect((await typed(first.code)).status).toBe(404);
  expect((await typed(code)).status).toBe(204);
  await crowd.remove();
});

test('SC3 A screen is the same after a restart; a removed one is told so', async () => {
  const screen = await come(here, 'Screen', { role: 'screen' });
  await hall.restart();
  expect((await me(screen)).personId).toBe(screen.personId);
  await here.facilitator.must('DELETE', `${here.at}/people/${screen.personId}`);
  expect(await screen.refusal('GET', `${here.at}/me`)).toBe('403 removed');
  await pair(here, screen);
  expect((await me(screen)).role).toBe('screen');
});

test('SC3 A screen that must join again is let in again as the same one', async () => {
  const screen = await come(here, 'Screen', { role: 'screen' });
  await here.facilitator.must('POST', `${here.at}/join-code`, { endSessions: true });
  expect(await screen.refusal('GET', `${here.at}/me`)).toBe('403 link-revoked');
  await pair(here, screen);
  expect((await me(screen)).personId).toBe(screen.personId);
});

test('SC4 The facilitator’s own browser stays the facilitator’s when it is used as a screen', async () => {
  const before = (await me(here.facilitator)).personId;
  await pair(here, here.facilitator);
  expect(await me(here.facilitator)).toMatchObject({ personId: before, role: 'facilitator' });
  const ana = await come(here, 'Ana');
  await pair(here, ana);
  expect((await me(ana)).role).toBe('screen');
});

test('SC5 Only the facilitator says what the screens show, in a closed workshop too', async () => {
  const ana = await come(here, 'Ana');
  const at = `${here.at}/screen`;
  expect(await ana.refusal('PUT', at, { shows: 'coverage' })).toBe('403 facilitator-only');
  expect(await here.facilitator.refusal('PUT', at, { shows: 'everything' })).toBe('400 bad-request shows');
  expect(await here.facilitator.refusal('PUT', at, { shows: 'group' })).toBe('404 unknown-group group');
  await here.facilitator.must('PUT', at, { shows: 'coverage', look: 'dark', language: 'km' });
  await here.facilitator.must('PUT', at, { page: 2 });
  await hall.restart();
  expect((await view()).screen).toMatchObject({ shows: 'coverage', page: 2, look: 'dark', language: 'km' });
  const [group] = here.groups;
  await here.facilitator.must('PUT', at, { shows: 'group', group: group!.id });
  expect((await view()).screen).toMatchObject({ shows: 'group', group: group!.id, page: 0 });
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'closed' });
  await here.facilitator.must('PUT', at, { shows: 'closing' });
  expect((await view()).screen).toMatchObject({ shows: 'closing', group: null, look: 'dark' });
});

test('SC5 Going on to another stage, and opening a vote, bring the screens back to what belongs to it', async () => {
  const at = `${here.at}/screen`;
  await here.facilitator.must('PUT', at, { shows: 'coverage', page: 3 });
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'group-work' });
  expect((await view()).screen).toMatchObject({ shows: 'stage', page: 0 });
  await come(here, 'Ana');
  await edit(here, 'charter', (doc) => void addItem(doc, 'Words'));
  await here.facilitator.must('PUT', at, { shows: 'overlap' });
  await openVote(here);
  expect((await view()).screen.shows).toBe('stage');
});

test('SC6 Only the facilitator tells the Wi-Fi, in the form that networks have, and can take it back', async () => {
  const ana = await come(here, 'Ana');
  const at = `${here.at}/wifi`;
  const wifi = { name: 'Hall', password: 'river12345' };
  expect(await ana.refusal('PUT', at, wifi)).toBe('403 facilitator-only');
  expect(await ana.refusal('DELETE', at)).toBe('403 facilitator-only');
  expect(await here.facilitator.refusal('PUT', at, { name: '', password: '' })).toBe('400 bad-request name');
  expect(await here.facilitator.refusal('PUT', at, { name: 'ក'.repeat(11), password: '' })).toBe(
    '400 bad-request name',
  );
  expect(await here.facilitator.refusal('PUT', at, { name: 'Hall', password: 'short' })).toBe(
    '400 bad-request password',
  );
  await here.facilitator.must('PUT', at, wifi);
  await hall.restart();
  expect((await view()).screen.wifi).toEqual(wifi);
  await here.facilitator.must('DELETE', at);
  expect((await view()).screen.wifi).toBeNull();
  await here.facilitator.must('PUT', at, { name: 'Open hall', password: '' });
  expect(hall.journalLines.join()).not.toContain('river12345');
});

test('SC1 A screen is not let in when that cannot be stored, and can ask again', async () => {
  const screen = new Browser(hall);
  const { code, secret } = await begin(screen);
  await here.facilitator.must('POST', `${here.at}/screens`, { code });
  hall.faults.log = true;
  expect(await screen.refusal('POST', '/api/screens/claim', { secret, name: 'Screen' })).toBe('503 not-stored');
  hall.faults.log = false;
  expect(await claim(screen, secret)).toEqual({ workshopId: here.workshopId });
});

test('SC22 Only the facilitator puts a vote on the wall, and only one that is open; it stays through what else is set', async () => {
  await edit(here, 'charter', (doc) => {
    for (const text of ['We meet.', 'We sing.']) addItem(doc, text);
  });
  const items = (await view()).charter.items.map(({ id }) => ({ scope: { kind: 'item', itemId: id } }) as const);
  const ana = await come(here, 'Ana');
  const [one, other] = [await openVote(here, items[0]), await openVote(here, items[1])];
  const at = `${here.at}/screen`;
  expect(await ana.refusal('PUT', at, { vote: other })).toBe('403 facilitator-only');
  expect(await here.facilitator.refusal('PUT', at, { vote: '222222222222' })).toBe('404 unknown-vote vote');
  await here.facilitator.must('PUT', at, { vote: other });
  await here.facilitator.must('PUT', at, { look: 'dark' });
  expect((await view()).screen).toMatchObject({ vote: other, look: 'dark' });
  await hall.restart();
  await here.facilitator.must('POST', `${here.at}/votes/${one}/close`, {});
  expect(await here.facilitator.refusal('PUT', at, { vote: one })).toBe('404 unknown-vote vote');
  await here.facilitator.must('PUT', at, { vote: null });
  expect((await view()).screen.vote).toBeNull();
});
