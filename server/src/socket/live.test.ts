import type { PersonId, VoteId } from '@board/shared/ids';
import type { LiveMessage } from '@board/shared/live-messages';
import { applyLiveMessage } from '@board/shared/live-messages';
import type { LiveView, VoteView } from '@board/shared/live-view';
import type { Standings } from '@board/shared/vote-parts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ManualClock } from '../room/room.fixture.ts';
import { Browser, other, own, type Served, serve } from './socket.fixture.ts';

let served: Served;

beforeEach(async () => {
  served = await serve();
  for (const name of ['ann', 'bo']) served.gate.let(name);
});

afterEach(() => served.close());

const messages = (browser: Browser): LiveMessage[] => browser.texts.map((text) => JSON.parse(text));

test('LV20 a live socket gets a snapshot, then patches, and nothing it says matters', async () => {
  const ann = await Browser.live(served, 'ann').hears();
  for (const words of ['hello', new Uint8Array(10), '{"type":"snapshot"}']) ann.socket.send(words);
  served.gate.patch([{ part: 'stage', value: 'plenary' }]);
  await ann.hears(2);
  expect(messages(ann)).toMatchObject([
    { type: 'snapshot', view: { stage: 'lobby' } },
    { type: 'patch', changes: [{ part: 'stage', value: 'plenary' }] },
  ]);
});

test('LV21 what changes while a snapshot is being made is not lost', async () => {
  const { gate } = served;
  gate.whileAsked = async () => {
    gate.view = { stage: 'plenary' } as LiveView;
    await new Promise((resolve) => setTimeout(resolve, 20));
    gate.patch([{ part: 'stage', value: 'closed' }]);
  };
  const ann = await Browser.live(served, 'ann').hears(2);
  const view = messages(ann).reduce<LiveView | null>(applyLiveMessage, null);
  expect(view?.stage).toBe('closed');
});

test('LV43 a snapshot is written once for a hall that comes in, and anew when something has changed', async () => {
  let written = 0;
  const view = (stage: LiveView['stage']): LiveView => {
    const documents = { toJSON: () => (written += 1) };
    return { stage, documents } as unknown as LiveView;
  };
  served.gate.view = view('lobby');
  for (let place = 0; place < 5; place++) await Browser.live(served, 'ann').hears();
  expect(written).toBe(1);
  served.gate.view = view('plenary');
  served.gate.patch([{ part: 'stage', value: 'plenary' }]);
  const bo = await Browser.live(served, 'bo').hears();
  expect([written, messages(bo)[0]]).toMatchObject([2, { type: 'snapshot', view: { stage: 'plenary' } }]);
});

test('LV22 a workshop is followed once for all its live sockets, and no longer when the last has gone', async () => {
  const ann = await Browser.live(served, 'ann').hears();
  const bo = await Browser.live(served, 'bo').hears();
  expect(served.gate.followers).toBe(1);
  for (const browser of [ann, bo]) browser.socket.close();
  await Promise.all([ann.closed, bo.closed]);
  while (served.gate.followers > 0) await new Promise((resolve) => setTimeout(resolve, 5));
});

test('LV24 the join code reaches those who show it to others, and nobody else', async () => {
  const workshop = { title: 'title', joinCode: 'SECRET' } as LiveView['workshop'];
  served.gate.view = { workshop } as LiveView;
  const roles = ['facilitator', 'screen', 'member', 'observer'] as const;
  for (const role of roles) served.gate.let(role, role);
  const browsers = await Promise.all(roles.map((role) => Browser.live(served, role).hears()));
  served.gate.patch([{ part: 'workshop', value: { ...workshop, joinCode: 'RENEWED' } }]);
  for (const browser of browsers) await browser.hears(2);
  const [facilitator, screen, member, observer] = browsers.map((browser) => browser.texts.join());
  for (const text of [facilitator, screen]) expect(text).toMatch(/SECRET.*RENEWED/s);
  for (const text of [member, observer]) {
    expect(text).not.toMatch(/SECRET|RENEWED/);
    expect(text).toContain('title');
  }
});

test('VO122 who does not vote is told so with the vote, before it, and with the snapshot; nobody else hears of it', async () => {
  const [vote, later] = ['v2aaaaaaaaaa', 'v3aaaaaaaaaa'] as VoteId[];
  const [ann, bo] = [await Browser.live(served, 'ann').hears(), await Browser.live(served, 'bo').hears()];
  const noted = (of: VoteId) => ({ [of]: 'by-hand' }) as Standings;
  const value = { turnout: 0 } as VoteView;
  served.gate.noted['ann-id' as PersonId] = noted(vote!);
  served.gate.patch([{ part: 'votes', key: vote!, value }]);
  served.gate.patch([{ part: 'votes', key: vote!, value: { ...value, turnout: 1 } }]);
  served.gate.patch([{ part: 'votes', key: later!, value }]);
  await ann.hears(5);
  await bo.hears(4);
  expect(messages(ann).map(({ type }) => type)).toEqual(['snapshot', 'standing', 'patch', 'patch', 'patch']);
  expect(messages(ann)[1]).toMatchObject({ type: 'standing', standing: noted(vote!) });
  expect(messages(bo).map(({ type }) => type)).toEqual(['snapshot', 'patch', 'patch', 'patch']);
  expect(bo.texts.join()).not.toContain('by-hand');
  const again = await Browser.live(served, 'ann').hears();
  expect(messages(again)[0]).toMatchObject({ type: 'snapshot', standing: noted(vote!) });
});

test('SC6 the Wi-Fi reaches the facilitator and the screens, and nobody else', async () => {
  const screen = { shows: 'join', wifi: { name: 'Hall', password: 'river12345' } } as LiveView['screen'];
  served.gate.view = { screen } as LiveView;
  const roles = ['facilitator', 'screen', 'member', 'observer'] as const;
  for (const role of roles) served.gate.let(role, role);
  const browsers = await Promise.all(roles.map((role) => Browser.live(served, role).hears()));
  const renewed = { ...screen, wifi: { name: 'Hall', password: 'other12345' } };
  served.gate.patch([{ part: 'screen', value: renewed }]);
  for (const browser of browsers) await browser.hears(2);
  const [facilitator, projector, member, observer] = browsers.map((browser) => browser.texts.join());
  for (const text of [facilitator, projector]) expect(text).toMatch(/river12345.*other12345/s);
  for (const text of [member, observer]) {
    expect(text).not.toMatch(/river|other12345|Hall/);
    expect(text).toContain('join');
  }
});

test('SG42 who is moved to another group is sent back through the gate, so that the page learns of it', async () => {
  for (const group of [null, own]) {
    served.gate.let('ann', 'member', group);
    const [ann, bo] = [await Browser.live(served, 'ann').hears(), await Browser.live(served, 'bo').hears()];
    served.gate.change(() => served.gate.let('ann', 'member', other));
    expect(await ann.closed).toEqual({ code: 4510, reason: 'rights-changed' });
    served.gate.patch([{ part: 'stage', value: 'plenary' }]);
    await bo.hears(2);
  }
});

test('LV23 a hall where nothing happens is told so at least every 25 seconds, and no longer when it is empty', async () => {
  const clock = new ManualClock();
  const hall = await serve(clock);
  hall.gate.let('ann');
  const ann = await Browser.live(hall, 'ann').hears();
  for (let second = 0; second < 75; second++) {
    await clock.pass(1000);
    await ann.exchange();
  }
  const since = messages(ann).slice(1);
  expect(since.length).toBeGreaterThanOrEqual(3);
  for (const message of since) expect(message).toMatchObject({ type: 'patch', changes: [] });
  ann.socket.close();
  await ann.closed;
  while (hall.gate.followers > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await hall.close();
});
