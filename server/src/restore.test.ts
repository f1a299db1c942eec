import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readItems } from '@board/shared/model/charter';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { lockFolder } from './adapters/folder-lock.ts';
import { systemClock } from './adapters/system-clock.ts';
import { Browser, come, edit, gather, openVote, paperFor, voteSecretly } from './hall.fixture.ts';
import { startServer } from './main.ts';
import type { Clock } from './ports.ts';
import {
  again,
  backedUp,
  backups,
  eachInItsHall,
  generations,
  hall,
  itemsOf,
  journal,
  restored,
  startAgain,
  write,
} from './restore.fixture.ts';
import { restore } from './restore.ts';

eachInItsHall();

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
    await startAgain();
    seen.push((await restored(backup, clock))[0]!.generation);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.slice(0, 4)).toEqual([...seen.slice(0, 4)].sort((a, b) => a - b));
  for (const generation of seen) expect(Number.isSafeInteger(generation)).toBe(true);
  expect(new Set((await generations(here.workshopId)).values())).toEqual(new Set([seen.at(-1)]));
});

test('LO44 what a restore that was ended in the middle has left is removed by the next one and by the next start, and so is what a backup left', async () => {
  const here = await gather(hall);
  const backup = await backedUp();
  const left = join(hall.folder, '.restoring');
  const leave = async (): Promise<void> => {
    await mkdir(left);
    await copyFile(join(backup, 'workshops', `${here.workshopId}.sqlite`), join(left, `${here.workshopId}.sqlite`));
  };
  await hall.stop();
  await leave();
  const refused = await restore(
    { dataDir: hall.folder, from: join(backups, 'none'), only: [] },
    { clock: systemClock(), journal },
  );
  expect([refused.ok, existsSync(left)]).toEqual([false, false]);
  await leave();
  const half = join(hall.folder, 'backups', '.unfinished', '2026-01-01T00-00-00.000Z');
  await mkdir(half, { recursive: true });
  const config = {
    host: '127.0.0.1',
    port: 0,
    dataDir: hall.folder,
    publicUrl: null,
    createKey: null,
    metricsKey: null,
  };
  const server = await startServer(config, { journal, clientFolder: null });
  await server.close();
  expect([existsSync(left), existsSync(half)]).toEqual([false, false]);
  await startAgain();
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
  await startAgain();
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
  await startAgain();
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
