import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newId, type PersonId, type WorkshopId } from '@board/shared/ids';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Journal, NewEntry, WorkshopFile, WorkshopFiles } from '../ports.ts';
import { unmetered } from '../unmetered.fixture.ts';
import { systemClock } from './system-clock.ts';
import { openWorkshopFiles } from './workshop-files.ts';

const quiet: Journal = { info: () => {}, warn: () => {}, error: () => {} };
const author = newId<PersonId>();
let folder: string;
let files: WorkshopFiles & { stop(): Promise<void> };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-files-'));
  const tools = { clock: systemClock(), journal: quiet, meter: unmetered };
  files = openWorkshopFiles({ folder, ...tools, mostFileBytes: 2 * 1024 ** 2 });
});

afterEach(async () => {
  await files.stop();
  await rm(folder, { recursive: true });
});

const update = (bytes: number, fill: number): NewEntry => ({
  author,
  body: { kind: 'update', document: 'board', generation: 1, update: new Uint8Array(bytes).fill(fill) },
});
const pathOf = (id: WorkshopId): string => join(folder, `${id}.sqlite`);
const digest = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

async function opened(id: WorkshopId): Promise<WorkshopFile> {
  const result = await files.open(id);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

test('LO1 a workshop that is not there is unknown, and asking for it makes no file', async () => {
  expect(await files.open(newId<WorkshopId>())).toEqual({ ok: false, problem: 'unknown-workshop' });
  expect(await readdir(folder)).toEqual([]);
});

test('LO2 a file that is there is never created again', async () => {
  const id = newId<WorkshopId>();
  const file = await files.create(id);
  await file.log.append([update(10, 1)]);
  await expect(files.create(id)).rejects.toThrow();
  await file.close();
  await expect(files.create(id)).rejects.toThrow();
  expect(await (await opened(id)).log.readUpdates('board', 1, 0)).toHaveLength(1);
});

test('LO2 what a crash left of a file being made does not stand in the way', async () => {
  const id = newId<WorkshopId>();
  await writeFile(`${pathOf(id)}.new`, 'half');
  expect(await files.open(id)).toEqual({ ok: false, problem: 'unknown-workshop' });
  await (await files.create(id)).close();
  expect(await readdir(folder)).toEqual([`${id}.sqlite`]);
});

test('LO3 a damaged file is refused and left as it is, byte for byte', async () => {
  const sound = newId<WorkshopId>();
  const file = await files.create(sound);
  await file.log.append(Array.from({ length: 50 }, (_, index) => update(2000, index)));
  await file.close();
  const damages: Record<string, (path: string) => Promise<void>> = {
    'half of it': async (path) => truncate(path, 33_000),
    'a torn page': async (path) => truncate(path, 8192 + 100),
    'no bytes': async (path) => truncate(path, 0),
    'the word null': async (path) => writeFile(path, 'null'),
    'something else': async (path) => writeFile(path, Buffer.alloc(20_000, 65)),
    'another schema': async (path) => {
      const database = new DatabaseSync(path);
      database.exec(`UPDATE meta SET value = '2' WHERE key = 'schema'`);
      database.close();
    },
    'another program’s database': async (path) => {
      await rm(path);
      const database = new DatabaseSync(path);
      database.exec('CREATE TABLE notes (text)');
      database.close();
    },
    'a scribbled page': async (path) => {
      const bytes = await readFile(path);
      bytes.fill(0xaa, 12_288, 16_384);
      await writeFile(path, bytes);
    },
  };
  for (const [damage, make] of Object.entries(damages)) {
    const id = newId<WorkshopId>();
    await copyFile(pathOf(sound), pathOf(id));
    await make(pathOf(id));
    const before = await digest(pathOf(id));
    expect(await files.open(id), damage).toEqual({ ok: false, problem: 'workshop-damaged' });
    expect(await digest(pathOf(id)), damage).toBe(before);
    expect(
      (await readdir(folder)).filter((name) => name.startsWith(id)),
      damage,
    ).toEqual([`${id}.sqlite`]);
  }
  expect((await files.open(sound)).ok).toBe(true);
});

test('LO3 a damaged file with a write-ahead log beside it is left as it is, both of them', async () => {
  const [alive, torn] = [newId<WorkshopId>(), newId<WorkshopId>()];
  const file = await files.create(alive);
  await file.log.append([update(20_000, 1)]);
  await copyFile(`${pathOf(alive)}-wal`, `${pathOf(torn)}-wal`);
  await writeFile(pathOf(torn), (await readFile(pathOf(alive))).fill(7, 4096, 4196));
  const before = [await digest(pathOf(torn)), await digest(`${pathOf(torn)}-wal`)];
  expect(await files.open(torn)).toEqual({ ok: false, problem: 'workshop-damaged' });
  expect([await digest(pathOf(torn)), await digest(`${pathOf(torn)}-wal`)]).toEqual(before);
  expect(existsSync(`${pathOf(torn)}-shm`)).toBe(false);
  await file.close();
});

test('LO4 what was acknowledged is there when the process ended without closing', async () => {
  const [id, copy] = [newId<WorkshopId>(), newId<WorkshopId>()];
  const file = await files.create(id);
  await file.log.append([update(5000, 9)]);
  await copyFile(pathOf(id), pathOf(copy));
  await copyFile(`${pathOf(id)}-wal`, `${pathOf(copy)}-wal`);
  expect(await (await opened(copy)).log.readUpdates('board', 1, 0)).toHaveLength(1);
});

test('LO5 after closing, the one file holds everything', async () => {
  const [id, copy] = [newId<WorkshopId>(), newId<WorkshopId>()];
  const file = await files.create(id);
  const appended = file.log.append([update(5000, 9), update(10, 1)]);
  await file.close();
  expect(await appended).toBe(2);
  expect(await readdir(folder)).toEqual([`${id}.sqlite`]);
  await copyFile(pathOf(id), pathOf(copy));
  expect(await (await opened(copy)).log.readUpdates('board', 1, 0)).toHaveLength(2);
});

test('LO6 a full disk refuses what does not fit, keeps what was there, and writing goes on afterwards', async () => {
  const id = newId<WorkshopId>();
  const file = await files.create(id);
  await file.log.append([update(1000, 1)]);
  const told: number[] = [];
  file.log.follow((entries) => told.push(...entries.map((entry) => entry.seq)));
  await expect(file.log.append([update(10, 2), update(3 * 1024 ** 2, 3)])).rejects.toThrow();
  expect(await file.log.append([update(1000, 4)])).toBe(2);
  expect(told).toEqual([2]);
  const kept = await file.log.readUpdates('board', 1, 0);
  expect(kept.map(({ seq, body }) => [seq, body.kind === 'update' && body.update[0]])).toEqual([
    [1, 1],
    [2, 4],
  ]);
});

test('LO8 a sheet is kept in its last version only, in the file and beside it', async () => {
  const id = newId<WorkshopId>();
  const file = await files.create(id);
  const versions = ['first ballot sheet ', 'second ballot sheet ', 'third ballot sheet '];
  for (const [index, words] of versions.entries()) {
    await file.log.append([update(100, index)]);
    await file.sheets.write(new Map([['box', Buffer.from(words.repeat(400 + index * 300))]]));
    const onDisk = await bytesOnDisk(id);
    for (const other of versions) expect(onDisk.includes(other), `${other}after ${words}`).toBe(other === words);
  }
  await file.sheets.write(new Map([['box', null]]));
  for (const words of versions) expect((await bytesOnDisk(id)).includes(words)).toBe(false);
  await file.close();
  for (const words of versions) expect((await readFile(pathOf(id))).includes(words)).toBe(false);
});

test('LO8 several sheets are written in one piece and read back', async () => {
  const id = newId<WorkshopId>();
  const file = await files.create(id);
  await file.sheets.write(
    new Map([
      ['roll', Uint8Array.of(1)],
      ['box', Uint8Array.of(2)],
      ['gone', Uint8Array.of(3)],
    ]),
  );
  await file.sheets.write(
    new Map([
      ['gone', null],
      ['box', Uint8Array.of(4)],
    ]),
  );
  await file.close();
  const sheets = await (await opened(id)).sheets.readAll();
  expect(new Map([...sheets].map(([name, body]) => [name, [...body]]))).toEqual(
    new Map([
      ['roll', [1]],
      ['box', [4]],
    ]),
  );
});

async function bytesOnDisk(id: WorkshopId): Promise<Buffer> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(id));
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
}
