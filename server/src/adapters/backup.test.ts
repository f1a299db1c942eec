import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newId, type PersonId, type WorkshopId } from '@board/shared/ids';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Journal, NewEntry, WorkshopFile, WorkshopFiles } from '../ports.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { type Backup, backUp } from './backup.ts';
import { lockFolder } from './folder-lock.ts';
import { systemClock } from './system-clock.ts';
import { openWorkshopFiles } from './workshop-files.ts';

const quiet: Journal = { info: () => {}, warn: () => {}, error: () => {} };
const author = newId<PersonId>();
let dataDir: string;
let files: WorkshopFiles & { stop(): Promise<void> };

const openFiles = (folder: string) =>
  openWorkshopFiles({ folder, clock: systemClock(), journal: quiet, meter: unmetered });

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'board-backup-'));
  files = openFiles(join(dataDir, 'workshops'));
});
afterEach(async () => {
  await files.stop();
  await rm(dataDir, { recursive: true });
});

const update = (fill: number, bytes = 1_000): NewEntry => ({
  author,
  body: { kind: 'update', document: 'board', generation: 1, update: new Uint8Array(bytes).fill(fill) },
});
const pathOf = (id: WorkshopId, folder = dataDir): string => join(folder, 'workshops', `${id}.sqlite`);
const digest = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

async function made(): Promise<{ id: WorkshopId; file: WorkshopFile }> {
  const id = newId<WorkshopId>();
  return { id, file: await files.create(id) };
}

async function backedUp(now = Date.now()): Promise<Backup> {
  const backup = await backUp(dataDir, join(dataDir, 'backups'), now);
  if (!backup.ok) throw new Error(backup.problem);
  return backup.value;
}

/** The backups that are whole. */
const backups = async (): Promise<string[]> =>
  (await readdir(join(dataDir, 'backups'))).filter((name) => name !== '.unfinished');

/** Which fills the updates in a file have, read by the ordinary adapter from a copy of that file alone. */
async function fillsIn(path: string, id: WorkshopId): Promise<number[]> {
  const folder = await mkdtemp(join(dataDir, 'read-'));
  await copyFile(path, join(folder, `${id}.sqlite`));
  const others = openFiles(folder);
  const opened = await others.open(id);
  if (!opened.ok) throw new Error(opened.problem);
  const entries = await opened.value.log.readUpdates('board', 1, 0);
  await others.stop();
  return entries.map(({ seq, body }, index) => {
    expect(seq).toBe(index + 1);
    return body.kind === 'update' ? body.update[0]! : -1;
  });
}

test('LO36 a backup holds what was durable when it was made, also while the workshop is open and written', async () => {
  const { id, file } = await made();
  for (let count = 0; count < 50; count += 1) await file.log.append([update(count)]);
  await writeFile(join(dataDir, 'registry.json'), '{"workshops":[]}');
  const backup = await backedUp();
  await file.log.append([update(99)]);
  expect(await fillsIn(pathOf(id, backup.folder), id)).toEqual(Array.from({ length: 50 }, (_, count) => count));
  expect(await readFile(join(backup.folder, 'registry.json'), 'utf8')).toBe('{"workshops":[]}');
  expect(backup.workshops).toEqual([{ id, bytes: (await stat(pathOf(id, backup.folder))).size }]);
  expect(await backups()).toHaveLength(1);
  expect(await readdir(join(backup.folder, 'workshops'))).toEqual([`${id}.sqlite`]);
  await file.close();
  expect(await readdir(join(dataDir, 'workshops'))).toEqual([`${id}.sqlite`]);
  expect((await backedUp()).workshops).toHaveLength(1);
  expect(await readdir(join(dataDir, 'workshops'))).toEqual([`${id}.sqlite`]);
});

test('LO36 another process that backs up again and again hinders no write, and each backup is a whole moment', async () => {
  const { id, file } = await made();
  const script = `
    import { backUp } from ${JSON.stringify(new URL('./backup.ts', import.meta.url).href)};
    for (let round = 0; round < 12; round += 1) {
      const backup = await backUp(${JSON.stringify(dataDir)}, ${JSON.stringify(join(dataDir, 'backups'))}, Date.now());
      if (!backup.ok || backup.value.workshops.some((one) => 'why' in one)) console.log(JSON.stringify(backup));
    }
  `;
  const other = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  let said = '';
  for (const stream of [other.stdout, other.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  let isOver = false;
  const ended = new Promise((resolve) => other.on('close', resolve)).finally(() => {
    isOver = true;
  });
  let written = 0;
  while (!isOver) {
    await file.log.append([update(written % 200, 5_000), update(written % 200, 10)]);
    await file.sheets.write(new Map([['box', new Uint8Array(2_000).fill(written % 200)]]));
    written += 1;
  }
  expect(await ended).toBe(0);
  expect(said).toBe('');
  const folders = await backups();
  expect(folders.length).toBe(12);
  for (const folder of folders) {
    const fills = await fillsIn(pathOf(id, join(dataDir, 'backups', folder)), id);
    expect(fills).toEqual(Array.from({ length: fills.length }, (_, index) => Math.floor(index / 2) % 200));
    expect(fills.length % 2).toBe(0);
  }
  await file.close();
  expect(await fillsIn(pathOf(id), id)).toHaveLength(written * 2);
});

test('LO37 no sheet is in a backup, not one byte of it', async () => {
  const { id, file } = await made();
  const words = 'who said what in this vote ';
  await file.sheets.write(new Map([['box', Buffer.from(words.repeat(900))]]));
  await file.log.append([update(1)]);
  await file.sheets.write(new Map([['box', Buffer.from(words.repeat(20))]]));
  const copy = pathOf(id, (await backedUp()).folder);
  expect((await readFile(copy)).includes(words)).toBe(false);
  const database = new DatabaseSync(copy, { readOnly: true });
  expect(database.prepare('SELECT count(*) AS sheets FROM sheets').get()).toEqual({ sheets: 0 });
  database.close();
  expect((await readFile(pathOf(id))).includes(words)).toBe(true);
});

test('LO37 what a backup keeps from being emptied is emptied soon after it, without a further write', async () => {
  const { id, file } = await made();
  const wal = async () => (await readFile(`${pathOf(id)}-wal`).catch(() => Buffer.alloc(0))).byteLength;
  await file.log.append([update(1)]);
  const reader = new DatabaseSync(pathOf(id), { readOnly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM log').get();
  await file.sheets.write(new Map([['box', Buffer.from('an earlier box')]]));
  await file.sheets.write(new Map([['box', Buffer.from('the box')]]));
  expect(await wal()).toBeGreaterThan(0);
  reader.exec('COMMIT');
  await expect.poll(wal, { timeout: 60_000 }).toBe(0);
  expect((await readFile(pathOf(id))).includes('an earlier box')).toBe(false);
  reader.close();
});

test('LO37 a file is closed also while a backup reads it, and loses nothing', async () => {
  const { id, file } = await made();
  await file.log.append([update(1), update(2)]);
  const reader = new DatabaseSync(pathOf(id), { readOnly: true });
  reader.exec('BEGIN');
  expect(reader.prepare('SELECT count(*) AS entries FROM log').get()).toEqual({ entries: 2 });
  await file.log.append([update(3)]);
  await file.close();
  const again = await files.open(id);
  expect(again.ok && (await again.value.log.readUpdates('board', 1, 0)).length).toBe(3);
  expect(reader.prepare('SELECT count(*) AS entries FROM log').get()).toEqual({ entries: 2 });
  reader.close();
  if (again.ok) await again.value.close();
  expect(await readdir(join(dataDir, 'workshops'))).toEqual([`${id}.sqlite`]);
});

test('LO38 a damaged workshop is reported and left as it is, and the others are copied', async () => {
  const sound = await made();
  const others = [await made(), await made(), await made()];
  for (const { file } of [sound, ...others]) {
    await file.log.append(Array.from({ length: 30 }, (_, count) => update(count, 4_000)));
    await file.close();
  }
  const [torn, empty, foreign] = others.map(({ id }) => id) as [WorkshopId, WorkshopId, WorkshopId];
  await truncate(pathOf(torn), 50_000);
  await truncate(pathOf(empty), 0);
  await writeFile(pathOf(foreign), Buffer.alloc(30_000, 'garbage '));
  await writeFile(join(dataDir, 'workshops', `${sound.id}.replaced-2026-01-01T00-00-00.000Z.sqlite`), 'kept aside');
  const before = await Promise.all([torn, empty, foreign].map((id) => digest(pathOf(id))));
  const { folder, workshops } = await backedUp();
  expect(new Set(workshops.map((one) => ('why' in one ? one.id : 'copied')))).toEqual(
    new Set([torn, empty, foreign, 'copied']),
  );
  expect(await readdir(join(folder, 'workshops'))).toEqual([`${sound.id}.sqlite`]);
  expect(await Promise.all([torn, empty, foreign].map((id) => digest(pathOf(id))))).toEqual(before);
  expect(await fillsIn(pathOf(sound.id, folder), sound.id)).toHaveLength(30);
});

test('LO38 what a crash left in the write-ahead log is in the backup, and stays where it is', async () => {
  const { id, file } = await made();
  await file.log.append([update(7)]);
  const crashed = await mkdtemp(join(tmpdir(), 'board-crashed-'));
  await mkdir(join(crashed, 'workshops'));
  for (const end of ['', '-wal']) await copyFile(`${pathOf(id)}${end}`, `${pathOf(id, crashed)}${end}`);
  const before = [await digest(pathOf(id, crashed)), await digest(`${pathOf(id, crashed)}-wal`)];
  const backup = await backUp(crashed, join(crashed, 'backups'), Date.now());
  expect(backup.ok && (await fillsIn(pathOf(id, backup.value.folder), id))).toEqual([7]);
  expect([await digest(pathOf(id, crashed)), await digest(`${pathOf(id, crashed)}-wal`)]).toEqual(before);
  await rm(crashed, { recursive: true });
});

test('LO39 without workshops, and where nothing can be written, there is no backup and a sentence', async () => {
  const nowhere = await backUp(join(dataDir, 'none'), join(dataDir, 'backups'), Date.now());
  expect(!nowhere.ok && nowhere.problem).toContain('nothing to back up');
  await (await made()).file.close();
  await writeFile(join(dataDir, 'file'), '');
  const unwritable = await backUp(dataDir, join(dataDir, 'file'), Date.now());
  expect(!unwritable.ok && unwritable.problem).toContain('could not be written');
});

test('LO44 what a backup that was ended in the middle has left is removed by the next one; one that is being made is not touched', async () => {
  const { id, file } = await made();
  await file.log.append([update(1)]);
  await file.close();
  const drafts = join(dataDir, 'backups', '.unfinished');
  const left = join(drafts, '2026-01-01T00-00-00.000Z', 'workshops');
  await mkdir(left, { recursive: true });
  await copyFile(pathOf(id), join(left, `${id}.sqlite`));
  await writeFile(join(dataDir, 'backups', 'notes.unfinished'), 'somebody else’s');
  const other = lockFolder(drafts);
  const refused = await backUp(dataDir, join(dataDir, 'backups'), Date.now());
  expect(!refused.ok && refused.problem).toContain('Another backup is being made');
  expect(await readdir(left)).toEqual([`${id}.sqlite`]);
  other?.release();
  const { folder } = await backedUp();
  expect(await readdir(drafts)).toEqual(['.lock']);
  expect(await fillsIn(pathOf(id, folder), id)).toEqual([1]);
  expect((await backups()).sort()).toEqual([basename(folder), 'notes.unfinished'].sort());
});
