import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, type WorkshopId } from '@board/shared/ids';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Journal, RegisteredWorkshop, Registry } from '../ports.ts';
import { openRegistry } from './lowdb-registry.ts';
import { systemClock } from './system-clock.ts';

let folder: string;
let told: string[];
let inFiles: RegisteredWorkshop[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-registry-'));
  told = [];
  inFiles = [];
});
afterEach(() => rm(folder, { recursive: true }));

const path = (name = 'registry.json'): string => join(folder, name);
const workshop = (joinCode: string): RegisteredWorkshop => ({ id: newId<WorkshopId>(), joinCode, createdAt: 1 });
const asides = async (): Promise<string[]> => (await readdir(folder)).filter((name) => name.includes('damaged'));

async function open() {
  const note = (event: string): void => void told.push(event);
  const journal: Journal = { info: note, warn: note, error: note };
  const survey = async (known: ReadonlySet<WorkshopId>) => inFiles.filter((one) => !known.has(one.id));
  return openRegistry({ folder, clock: systemClock(), journal, survey });
}

async function opened(): Promise<Registry> {
  const registry = await open();
  if (!registry.ok) throw new Error(registry.problem);
  return registry.value;
}

test('LO32 What was added is there after a restart, found by code, and readable by its owner only', async () => {
  const [one, two] = [workshop('ABC234'), workshop('DEF567')];
  const registry = await opened();
  await Promise.all([registry.add(one), registry.add(two)]);
  const again = await opened();
  expect(again.all()).toEqual([one, two]);
  expect(again.byCode('DEF567')).toEqual(two);
  expect(again.byCode('def567')).toBeNull();
  expect((await stat(path())).mode & 0o777).toBe(0o600);
  expect(told).toEqual([]);
});

test('WO50 A renewed code is found after a restart, the former one only as such; a refused write changes nothing', async () => {
  const [one, two] = [workshop('ABC234'), workshop('DEF567')];
  const registry = await opened();
  await registry.add(one);
  await registry.add(two);
  await registry.renew(one.id, 'GHJ892');
  await registry.renew(one.id, 'GHJ892');
  const after = { ...one, joinCode: 'GHJ892', formerCodes: ['ABC234'] };
  const again = await opened();
  expect(again.all()).toEqual([after, two]);
  expect([again.byCode('GHJ892'), again.byCode('ABC234')]).toEqual([after, null]);
  await mkdir(path('.registry.json.tmp'));
  await expect(again.renew(two.id, 'KMN234')).rejects.toThrow();
  expect(again.all()).toEqual([after, two]);
});

const damages = [
  '',
  'null',
  '[]',
  '{"workshops":',
  '{"workshops":{}}',
  '{"workshops":[{"id":"../../x"}]}',
  '\u0000\u0000',
];

test.each(damages)(
  'LO33 A damaged registry is kept aside unchanged and made anew from its last good copy: %j',
  async (text) => {
    const one = workshop('ABC234');
    await (await opened()).add(one);
    await writeFile(path(), text);
    expect((await opened()).all()).toEqual([one]);
    expect(told).toEqual(['registry-damaged']);
    const [aside] = await asides();
    expect(await readFile(path(aside), 'utf8')).toBe(text);
    expect((await opened()).all()).toEqual([one]);
    expect(await asides()).toHaveLength(1);
  },
);

test('LO22 Without a good copy the registry is made anew from the workshop files themselves', async () => {
  inFiles = [workshop('ABC234'), workshop('DEF567')];
  await writeFile(path(), 'damaged');
  await writeFile(path('registry.last-good.json'), 'damaged too');
  expect((await opened()).all()).toEqual(inFiles);
  expect(told).toEqual(['registry-damaged']);
  await rm(path());
  await rm(path('registry.last-good.json'));
  expect((await opened()).all()).toEqual(inFiles);
});

test('LO23 With nothing to make it anew from, a damaged registry stops the start and stays where it is', async () => {
  await writeFile(path(), 'damaged');
  const before = await readdir(folder);
  const registry = await open();
  expect(registry.ok).toBe(false);
  expect(!registry.ok && registry.problem).toContain(path());
  expect(await readFile(path(), 'utf8')).toBe('damaged');
  expect(await readdir(folder)).toEqual(before);
});

test('LO24 A registry that is away comes back from its copy, and a workshop file that was carried here is taken in', async () => {
  const [one, carried] = [workshop('ABC234'), workshop('DEF567')];
  await (await opened()).add(one);
  await rm(path());
  inFiles = [one, carried];
  expect((await opened()).all()).toEqual([one, carried]);
  expect(told).toEqual(['workshops-taken-into-registry']);
});

test('LO25 What a later version has added to the registry stays in it', async () => {
  const one = { ...workshop('ABC234'), colour: 'blue' };
  await writeFile(path(), JSON.stringify({ settings: { language: 'km' }, workshops: [one] }));
  await (await opened()).add(workshop('DEF567'));
  const kept = JSON.parse(await readFile(path(), 'utf8'));
  expect(kept).toMatchObject({ settings: { language: 'km' }, workshops: [one, { joinCode: 'DEF567' }] });
});

test('LO26 A registry that cannot be written keeps what is on the disk and refuses the addition', async () => {
  const registry = await opened();
  await registry.add(workshop('ABC234'));
  const before = await readFile(path(), 'utf8');
  await mkdir(path('.registry.json.tmp'));
  await expect(registry.add(workshop('DEF567'))).rejects.toThrow();
  expect(await readFile(path(), 'utf8')).toBe(before);
  await rm(path('.registry.json.tmp'), { recursive: true });
  await registry.add(workshop('GHJ234'));
  expect((await opened()).all().map((one) => one.joinCode)).toEqual(['ABC234', 'GHJ234']);
});
