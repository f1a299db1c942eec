import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeFound, GroupComments } from '@board/shared/commands';
import {
  type CommentId,
  type DocumentName,
  groupDocument,
  newId,
  type RowId,
  type WorkshopId,
} from '@board/shared/ids';
import { addItem, readItems } from '@board/shared/model/charter';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { backUp } from './adapters/backup.ts';
import { lockFolder } from './adapters/folder-lock.ts';
import { systemClock } from './adapters/system-clock.ts';
import { Browser, come, edit, type Gathering, gather, Hall, openVote, paperFor, voteSecretly } from './hall.fixture.ts';
import type { Clock } from './ports.ts';
import { type Restored, restore } from './restore.ts';

const journal = { info: () => {}, warn: () => {}, error: () => {} };
let hall: Hall;
let backups: string;

beforeEach(async () => {
  hall = await Hall.start();
  backups = await mkdtemp(join(tmpdir(), 'board-backups-'));
});
afterEach(async () => {
  await hall.remove();
  await rm(backups, { recursive: true });
});

async function backedUp(): Promise<string> {
  const backup = await backUp(hall.folder, backups, Date.now());
  if (!backup.ok) throw new Error(backup.problem);
  return backup.value.folder;
}

/** Stops the hall, restores, and starts another one on the same folder. */
async function restored(from: string, clock: Clock = systemClock(), only: string[] = []): Promise<Restored[]> {
  await hall.stop();
  const result = await restore({ dataDir: hall.folder, from, only }, { clock, journal });
  hall = await Hall.start({}, systemClock(), hall.folder);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

/** A browser that speaks to the present hall with the cookies that another one has kept. */
function again(browser: Browser): Browser {
  const now = new Browser(hall);
  for (const [name, value] of browser.jar) now.jar.set(name, value);
  return now;
}

const write = (here: Gathering, words: string): Promise<void> =>
  edit({ ...here, facilitator: again(here.facilitator) }, 'charter', (doc) => void addItem(doc, words));

async function itemsOf(id: WorkshopId): Promise<string[]> {
  return (await hall.workshop(id)).rooms.read('charter', (doc) => readItems(doc).map((item) => item.text));
}

async function generations(id: WorkshopId): Promise<Map<DocumentName, number>> {
  return new Map((await hall.workshop(id)).state.documents);
}

const filesOf = async (id: WorkshopId): Promise<string[]> =>
  (await readdir(join(hall.folder, 'workshops')))
    .filter((name) => name.startsWith(id) && name.endsWith('.sqlite'))
    .sort();

test('LO40 a restored workshop has the words of the backup in a new generation of every document', async () => {
  const here = await gather(hall);
  await write(here, 'Before');
  const backup = await backedUp();
  await write(here, 'After');
  const before = await generations(here.workshopId);
  const [one] = await restored(backup);
  expect(await itemsOf(here.workshopId)).toEqual(['Before']);
  const after = await generations(here.workshopId);
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  for (const generation of after.values()) expect(generation).toBe(one!.generation);
  expect(one!.generation).toBeGreaterThan(Math.max(...before.values()));
  await write(here, 'Later');
  expect(await itemsOf(here.workshopId)).toEqual(['Before', 'Later']);
  expect((await again(here.facilitator).call('GET', `${here.at}/me`)).status).toBe(200);
});

test('LO40 a generation is never used twice, whatever files are there and whatever the clock says', async () => {
  const here = await gather(hall);
  const backup = await backedUp();
  const seen: number[] = [];
  const stopped: Clock = { ...systemClock(), now: () => 1_000 };
  for (const clock of [systemClock(), systemClock(), stopped, stopped])
    seen.push((await restored(backup, clock))[0]!.generation);
  for (const clock of [systemClock(), stopped, stopped, stopped]) {
    await hall.stop();
    await rm(join(hall.folder, 'workshops'), { recursive: true });
    hall = await Hall.start({}, systemClock(), hall.folder);
    seen.push((await restored(backup, clock))[0]!.generation);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.slice(0, 4)).toEqual([...seen.slice(0, 4)].sort((a, b) => a - b));
  for (const generation of seen) expect(Number.isSafeInteger(generation)).toBe(true);
  expect(new Set((await generations(here.workshopId)).values())).toEqual(new Set([seen.at(-1)]));
});

test('LO41 what is replaced is kept aside, is no workshop, and can itself be restored', async () => {
  const here = await gather(hall);
  await write(here, 'Before');
  const backup = await backedUp();
  await write(here, 'After');
  const [one] = await restored(backup);
  expect(await filesOf(here.workshopId)).toEqual([
    `${here.workshopId}.replaced-${one!.aside!.split('.replaced-')[1]}`,
    `${here.workshopId}.sqlite`,
  ]);
  expect(hall.workshops.isKnownCode(here.joinCode)).toBe(true);
  expect(hall.journalLines.join()).not.toContain('not-readable');
  const [back] = await restored(one!.aside!);
  expect(await itemsOf(here.workshopId)).toEqual(['Before', 'After']);
  expect(back!.generation).toBeGreaterThan(one!.generation);
  expect(await filesOf(here.workshopId)).toHaveLength(3);
});

test('LO42 who was removed after the backup stays out, and a join code that was revoked stays revoked', async () => {
  const here = await gather(hall, ['Water']);
  const ana = await come(here, 'Ana', { groupId: here.groups[0]!.id });
  const bo = await come(here, 'Bo');
  await here.facilitator.must('DELETE', `${here.at}/people/${bo.personId}`);
  const backup = await backedUp();
  const cy = await come(here, 'Cy');
  await here.facilitator.must('DELETE', `${here.at}/people/${ana.personId}`);
  const workshop = await hall.workshop(here.workshopId);
  await hall.workshops.renewJoinCode(workshop, (joinCode) =>
    workshop.decide(null, { type: 'join-code-renewed', joinCode, endSessions: false }),
  );
  const { joinCode } = workshop.state;
  const [one] = await restored(backup);
  expect(one).toMatchObject({ takenAway: 2, joinCode });
  const refusals = [ana, bo, cy].map((who) => again(who).refusal('GET', `${here.at}/me`));
  expect(await Promise.all(refusals)).toEqual(['403 removed', '403 removed', '401 not-joined']);
  expect((await again(here.facilitator).call('GET', `${here.at}/me`)).status).toBe(200);
  const anyone = new Browser(hall);
  expect((await anyone.must<CodeFound>('GET', `/api/codes/${joinCode}`)).workshopId).toBe(here.workshopId);
  expect((await anyone.call('GET', `/api/codes/${here.joinCode}`)).status).toBe(403);
  expect((await restored(backup))[0]).toMatchObject({ takenAway: 2, joinCode });
});

test('CO15 a comment that was taken out after the backup stays out, and one that the backup never had does not come', async () => {
  const here = await gather(hall);
  const [group] = here.groups;
  const row = newId<RowId>();
  await edit(here, groupDocument(group!.id), (doc) => void doc.getMap('rows').set(row, new Y.Map([['order', 'a']])));
  const comments = `${here.at}/groups/${group!.id}/comments`;
  const say = async (text: string): Promise<CommentId> => {
    const id = newId<CommentId>();
    await again(here.facilitator).must('POST', comments, { id, text, place: { row, cell: null } });
    return id;
  };
  const [kept, gone] = [await say('Stays'), await say('A name that must not be here')];
  const backup = await backedUp();
  await here.facilitator.must('DELETE', `${here.at}/comments/${gone}`);
  await here.facilitator.must('DELETE', `${here.at}/comments/${await say('Later')}`);
  await restored(backup);
  const { comments: now } = await again(here.facilitator).must<GroupComments>('GET', comments);
  expect(now).toMatchObject([
    { id: kept, text: 'Stays' },
    { id: gone, text: '' },
  ]);
});

test('LO42 on a machine that never had it, a workshop is found by its code at once', async () => {
  const here = await gather(hall);
  const backup = await backedUp();
  await hall.stop();
  await rm(hall.folder, { recursive: true });
  const nothing = await restore({ dataDir: hall.folder, from: backup, only: [] }, { clock: systemClock(), journal });
  expect(nothing).toMatchObject({ ok: true, value: [{ aside: null, takenAway: 0, joinCode: here.joinCode }] });
  expect(await readFile(join(hall.folder, 'registry.json'), 'utf8')).toContain(here.joinCode);
  hall = await Hall.start({}, systemClock(), hall.folder);
  expect((await new Browser(hall).call('GET', `/api/codes/${here.joinCode}`)).status).toBe(200);
});

test('LO42 when what was here cannot be read, that is said, and it is kept aside as it is', async () => {
  const here = await gather(hall);
  const backup = await backedUp();
  await hall.stop();
  const path = join(hall.folder, 'workshops', `${here.workshopId}.sqlite`);
  await truncate(path, 9_000);
  const damaged = await readFile(path);
  hall = await Hall.start({}, systemClock(), hall.folder);
  const [one] = await restored(backup);
  expect(one!.takenAway).toBeNull();
  expect(await readFile(one!.aside!)).toEqual(damaged);
  expect((await again(here.facilitator).call('GET', `${here.at}/me`)).status).toBe(200);
});

test('VO60 a vote that was open in the backup is closed without a count, adopts nothing and can be asked again', async () => {
  const here = await gather(hall);
  await write(here, 'An item');
  const ana = await come(here, 'Ana');
  const vote = await openVote(here);
  const paper = await paperFor(ana, here.at, vote);
  const backup = await backedUp();
  await new Browser(hall).must('POST', `${here.at}/votes/${vote}/ballots`, { ...paper, position: 'agree' });
  expect((await restored(backup))[0]!.uncounted).toBe(1);
  const view = await (await hall.workshop(here.workshopId)).live.view();
  expect(view.votes[vote]).toMatchObject({ turnout: 0, result: { uncounted: true, outcome: 'no-quorum' } });
  expect(view.charter.adopted).toBeNull();
  const late = { ...paper, position: 'agree' };
  expect(await new Browser(hall).refusal('POST', `${here.at}/votes/${vote}/ballots`, late)).toBe('409 vote-closed');
  const now = { ...here, facilitator: again(here.facilitator) };
  const second = await openVote(now);
  await voteSecretly(again(ana), here.at, second, 'agree');
  const closed = await now.facilitator.must<{ result: object }>('POST', `${here.at}/votes/${second}/close`, {});
  expect(closed.result).toMatchObject({ outcome: 'adopted' });
  expect(closed.result).not.toHaveProperty('uncounted');
});

test('VO60 a backup’s file that is put in place by hand opens, its open votes closed without a count', async () => {
  const here = await gather(hall);
  await write(here, 'An item');
  const [secret] = [await openVote(here)];
  const backup = await backedUp();
  await hall.stop();
  const name = join('workshops', `${here.workshopId}.sqlite`);
  await writeFile(join(hall.folder, name), await readFile(join(backup, name)));
  hall = await Hall.start({}, systemClock(), hall.folder);
  const { state } = await hall.workshop(here.workshopId);
  expect(state.votes.get(secret!)?.closed?.result.uncounted).toBe(true);
  expect(hall.journalLines.join()).toContain('votes-without-ballots-closed');
});

test('LO43 what is refused changes nothing and says why', async () => {
  const [here, there] = [await gather(hall), await gather(hall)];
  const backup = await backedUp();
  const name = (id: string): string => join('workshops', `${id}.sqlite`);
  await hall.stop();
  const before = await readdir(hall.folder, { recursive: true });
  const bytes = await Promise.all([here, there].map(({ workshopId }) => readFile(join(hall.folder, name(workshopId)))));
  const refusal = async (from: string, only: string[] = []): Promise<string> => {
    const result = await restore({ dataDir: hall.folder, from, only }, { clock: systemClock(), journal });
    return result.ok ? 'restored' : result.problem;
  };
  const lock = lockFolder(hall.folder);
  expect(await refusal(backup)).toContain('A server is using');
  lock?.release();
  expect(await refusal(join(backups, 'none'))).toContain('There is no');
  expect(await refusal(backup, ['222222222222'])).toContain('no workshop 222222222222');
  await writeFile(join(backups, 'notes.txt'), 'notes');
  expect(await refusal(join(backups, 'notes.txt'))).toContain('is not named like');
  const other = join(backups, '333333333333.sqlite');
  await writeFile(other, await readFile(join(backup, name(here.workshopId))));
  expect(await refusal(other)).toContain('does not hold the workshop that its name says');
  await truncate(join(backup, name(there.workshopId)), 9_000);
  expect(await refusal(backup)).toContain('is damaged');
  await rm(join(hall.folder, '.lock'));
  expect(await readdir(hall.folder, { recursive: true })).toEqual(before);
  expect(
    await Promise.all([here, there].map(({ workshopId }) => readFile(join(hall.folder, name(workshopId))))),
  ).toEqual(bytes);
  expect(await refusal(backup, [here.workshopId])).toBe('restored');
  hall = await Hall.start({}, systemClock(), hall.folder);
});

test('LO40 what people wrote is whole after a restore, deletions included', async () => {
  const here = await gather(hall);
  for (let count = 0; count < 30; count += 1) await write(here, `Item ${count}`);
  await edit(here, 'charter', (doc) => {
    const items = doc.getMap('items');
    for (const key of [...items.keys()].slice(0, 10)) items.delete(key);
  });
  const state = (doc: Y.Doc) => [readItems(doc), [...Y.encodeStateVector(doc)].length];
  const before = await (await hall.workshop(here.workshopId)).rooms.read('charter', state);
  expect(before[0]).toHaveLength(20);
  await restored(await backedUp());
  expect(await (await hall.workshop(here.workshopId)).rooms.read('charter', state)).toEqual(before);
});
