import type { CharterItemId, GroupId, PersonId, RecommendationId } from '@board/shared/ids';
import { groupDocument } from '@board/shared/ids';
import { applyLiveMessage, type LiveChange } from '@board/shared/live-messages';
import type { LiveView } from '@board/shared/live-view';
import { nameGroup, setDetail } from '@board/shared/model/board';
import { readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { addItem, charterPart } from '@board/shared/model/charter';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, setContribution, setPriority } from '@board/shared/model/strategy-edits';
import { setTimeline } from '@board/shared/model/timeline';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { systemClock } from '../adapters/system-clock.ts';
import { come, edit, type Gathering, gather, Hall, openVote } from '../hall.fixture.ts';
import type { Workshop } from './workshop.ts';

let hall: Hall;
let here: Gathering;
let workshop: Workshop;
beforeAll(async () => {
  hall = await Hall.start();
});
afterAll(() => hall.remove());
beforeEach(async () => {
  here = await gather(hall);
  workshop = await hall.workshop(here.workshopId);
});

const view = (): Promise<LiveView> => workshop.live.view();

async function takeInOne(number = '110.1'): Promise<RecommendationId> {
  const one = { number, text: { en: 'Build schools' }, states: ['NOR'], position: 'noted', themes: [], source: '' };
  await edit(here, 'catalogue', (doc) => takeIn(doc, [{ ...one, position: 'noted' }]));
  return workshop.rooms.read('catalogue', (doc) => readCatalogue(doc)[0]!.id);
}

/** A row with one action in words, presented and given to the charter. */
function fillRow(doc: Y.Doc, recommendation: RecommendationId, text: string): void {
  const row = addRow(doc, recommendation);
  const action = readStrategy(doc).find((one) => one.id === row)!.actions[0]!.id;
  fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, text);
  setPriority(doc, row, true);
  setContribution(doc, row, action, true);
}

test('LV3 A group’s progress, priorities and contributions are seen as they are typed, with the recommendation’s words', async () => {
  const recommendation = await takeInOne();
  const [first, second] = here.groups;
  await edit(here, groupDocument(first!.id), (doc) => fillRow(doc, recommendation, 'Count the schools'));
  const { groups, taken, workshop: facts } = await view();
  expect(facts.recommendations).toBe(1);
  expect(groups[first!.id]).toMatchObject({
    name: 'Fair trial',
    place: 0,
    progress: { rows: 1, actions: 1, priorities: 1, contributions: 1, withoutIndicator: 1, ready: false },
    priorities: [
      {
        number: '110.1',
        text: { en: 'Build schools' },
        states: ['NOR'],
        position: 'noted',
        actions: [{ text: 'Count the schools', indicator: '' }],
      },
    ],
    contributions: [{ number: '110.1', text: 'Count the schools' }],
  });
  expect(groups[second!.id]).toMatchObject({ place: 1, progress: { rows: 0 }, priorities: [] });
  expect(taken).toEqual({ [recommendation]: [first!.id] });
});

test('ST66 partners that a group names are seen by all, and by nobody while it keeps its strategy closed', async () => {
  const recommendation = await takeInOne();
  const group = here.groups[0]!.id;
  await edit(here, groupDocument(group), (doc) => {
    const row = addRow(doc, recommendation);
    const action = readStrategy(doc)[0]!.actions[0]!.id;
    fillFragment(cellFragment(doc, { row, action, cell: 'partners' })!, 'River Watch; Ms Example');
  });
  expect((await view()).partners).toEqual({ [group]: ['River Watch'] });
  await here.facilitator.must('PATCH', `${here.at}/groups/${group}`, { keptClosed: true });
  expect((await view()).partners).toEqual({});
  await here.facilitator.must('PATCH', `${here.at}/groups/${group}`, { presented: true });
  expect((await view()).partners).toEqual({ [group]: ['River Watch'] });
});

test('ST65 the goalposts on the board are in the live view', async () => {
  expect((await view()).workshop.timeline).toEqual({ adoption: '', midTerm: '', nextReview: '' });
  await edit(here, 'board', (doc) => setTimeline(doc, { nextReview: '2029-11' }));
  expect((await view()).workshop.timeline.nextReview).toBe('2029-11');
});

test('LV4 A group that keeps its strategy closed shows counts and what it has taken, and its words only when it has presented', async () => {
  const recommendation = await takeInOne();
  const group = here.groups[0]!.id;
  await edit(here, groupDocument(group), (doc) => fillRow(doc, recommendation, 'Words not for others'));
  await here.facilitator.must('PATCH', `${here.at}/groups/${group}`, { keptClosed: true });
  const closed = await view();
  expect(JSON.stringify(closed)).not.toContain('Words not for others');
  expect(closed.groups[group]).toMatchObject({ keptClosed: true, priorities: [], contributions: [] });
  expect(closed.groups[group]!.progress).toMatchObject({ rows: 1, priorities: 1, contributions: 1 });
  expect(closed.taken).toEqual({ [recommendation]: [group] });
  await here.facilitator.must('PATCH', `${here.at}/groups/${group}`, { presented: true });
  expect((await view()).groups[group]!.contributions).toMatchObject([{ text: 'Words not for others' }]);
});

test('LV5 People are counted by the server: members only, each once however many windows they have', async () => {
  const group = here.groups[0]!.id;
  const ana = await come(here, 'Ana', { groupId: group });
  await come(here, 'Ben');
  const screen = await come(here, 'Hall', { role: 'screen' });
  const leave = [ana.personId, ana.personId, screen.personId].map((id) => workshop.connect(id));
  expect((await view()).people).toEqual({ joined: 2, connected: 1 });
  expect((await view()).groups[group]).toMatchObject({ members: 1, connected: 1 });
  leave[0]!();
  leave[0]!();
  expect((await view()).people.connected).toBe(1);
  leave[1]!();
  expect((await view()).people.connected).toBe(0);
  await here.facilitator.must('DELETE', `${here.at}/people/${ana.personId}`);
  expect((await view()).people).toEqual({ joined: 1, connected: 0 });
});

test('LV6 Whoever follows and then asks can put every patch on top and has what a new snapshot says', async () => {
  const patches: LiveChange[] = [];
  workshop.live.follow((changes) => patches.push(...changes));
  let seen: LiveView = structuredClone(await view());
  const recommendation = await takeInOne();
  await edit(here, groupDocument(here.groups[0]!.id), (doc) => fillRow(doc, recommendation, 'Count'));
  await edit(here, 'board', (doc) => setDetail(doc, 'title', 'New title'));
  await edit(here, 'charter', (doc) => {
    fillFragment(charterPart(doc, 'preamble'), 'We,');
    addItem(doc, 'We meet again.');
  });
  await openVote(here);
  await here.facilitator.must('POST', `${here.at}/groups`, { name: 'Land' });
  await edit(here, 'catalogue', (doc) => doc.getMap('recommendations').delete(recommendation));
  const applied = (): LiveView => {
    for (const change of patches.splice(0)) {
      seen = applyLiveMessage(seen, { type: 'patch', now: 0, changes: [change] })!;
    }
    return seen;
  };
  await expect.poll(applied).toMatchObject({ workshop: { recommendations: 0, title: 'New title' } });
  await expect.poll(async () => JSON.stringify(applied()) === JSON.stringify(await view())).toBe(true);
});

test('LV6 Who comes just after a decision that nobody watched is not shown the hall from before it', async () => {
  const stop = workshop.live.follow(() => undefined);
  await view();
  await edit(here, 'charter', (doc) => addItem(doc, 'One more.'));
  await expect.poll(async () => (await view()).charter.items.length).toBe(1);
  stop();
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'plenary' });
  workshop.live.follow(() => undefined);
  expect((await view()).stage).toBe('plenary');
});

test('LV7 Typing in one document reads no other', async () => {
  await view();
  const reads: string[] = [];
  const { rooms } = workshop;
  const read = rooms.read.bind(rooms);
  rooms.read = (document, how) => {
    reads.push(document);
    return read(document, how);
  };
  workshop.live.follow(() => undefined);
  const document = groupDocument(here.groups[1]!.id);
  const pushed = new Promise<void>((resolve) => workshop.live.follow(() => resolve()));
  await edit(here, document, (doc) => addRow(doc, null));
  await pushed;
  expect(new Set(reads)).toEqual(new Set([document]));
});

test('LV8 The first change goes out at once, a busy hall hears of changes at most about four times a second, a decision at once', async () => {
  await view();
  const times: number[] = [];
  workshop.live.follow(() => times.push(performance.now()));
  const started = performance.now();
  while (performance.now() - started < 1_500) {
    workshop.connect(here.groups[0]!.id as unknown as PersonId);
    await edit(here, 'charter', (doc) => addItem(doc, 'One more.'));
  }
  const pushes = times.filter((time) => time - started < 1_500).length;
  expect(times[0]! - started).toBeLessThan(200);
  expect(pushes).toBeGreaterThan(2);
  expect(pushes).toBeLessThanOrEqual(7);
  const count = times.length;
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'plenary' });
  const decided = performance.now();
  await expect.poll(() => times.length, { interval: 5 }).toBeGreaterThan(count);
  expect(times[count]! - decided).toBeLessThan(150);
});

test('LV32 When the machine’s clock is put back, the hall hears of changes as soon as before', async () => {
  let offset = 0;
  const real = systemClock();
  const set = await Hall.start({}, { ...real, now: () => real.now() + offset });
  try {
    const there = await gather(set);
    const { live } = await set.workshop(there.workshopId);
    await live.view();
    let pushes = 0;
    live.follow(() => {
      pushes += 1;
    });
    await edit(there, 'charter', (doc) => addItem(doc, 'Before.'));
    await expect.poll(() => pushes).toBeGreaterThan(0);
    offset = -3_600_000;
    for (const words of ['After.', 'Later.']) {
      const before = pushes;
      await edit(there, 'charter', (doc) => addItem(doc, words));
      await expect.poll(() => pushes, { timeout: 60_000 }).toBeGreaterThan(before);
    }
    expect((await live.view()).charter.items).toHaveLength(3);
  } finally {
    await set.remove();
  }
});

test('LV9 Nothing is computed while nobody looks', async () => {
  let reads = 0;
  const { rooms } = workshop;
  const read = rooms.read.bind(rooms);
  rooms.read = (document, how) => {
    reads += 1;
    return read(document, how);
  };
  const stop = workshop.live.follow(() => undefined);
  await view();
  stop();
  await edit(here, 'charter', (doc) => addItem(doc, 'One more.'));
  const before = reads;
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(reads).toBe(before);
  expect((await view()).charter.items).toHaveLength(1);
});

test('LV30 A foreign or malformed board is tolerated: groups that were never decided are not shown, unnamed ones stay', async () => {
  const [first, second] = here.groups;
  await edit(here, 'board', (doc) => {
    nameGroup(doc, '222222222222' as GroupId, 'Invented');
    doc.getMap('groups').delete(first!.id);
    doc.getMap('details').set('title', 7);
  });
  const { groups, workshop: facts } = await view();
  expect(facts.title).toBe('');
  expect(Object.values(groups).map(({ name, place }) => [name, place])).toEqual([
    [second!.name, 0],
    ['', 1],
  ]);
});

test('LV36 A row about a recommendation that is called like what every object has leaves the view to everybody', async () => {
  for (const id of ['constructor', '__proto__'] as unknown as RecommendationId[]) {
    await edit(here, groupDocument(here.groups[0]!.id), (doc) => addRow(doc, id));
  }
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'plenary' });
  const { stage, taken, groups } = await view();
  expect([stage, taken, groups[here.groups[0]!.id]!.progress.rows]).toEqual(['plenary', {}, 2]);
});

test('LV31 A document that cannot be read leaves its part empty and the others as they are', async () => {
  const { rooms } = workshop;
  const read = rooms.read.bind(rooms);
  rooms.read = (document, how) => (document === 'charter' ? Promise.reject(new Error('broken')) : read(document, how));
  const { charter, workshop: facts } = await view();
  expect(charter).toEqual({ preamble: '', closing: '', items: [], adopted: null });
  expect(facts.title).toBe('Our workshop');
  rooms.read = read;
  await edit(here, 'charter', (doc) => addItem(doc, 'It can be read again.'));
  const items: { id: CharterItemId; text: string }[] = (await view()).charter.items;
  expect(items).toMatchObject([{ text: 'It can be read again.' }]);
});
