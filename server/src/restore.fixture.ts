import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DocumentName, WorkshopId } from '@board/shared/ids';
import { addItem, readItems } from '@board/shared/model/charter';
import { afterEach, beforeEach } from 'vitest';
import { backUp } from './adapters/backup.ts';
import { systemClock } from './adapters/system-clock.ts';
import { Browser, edit, type Gathering, Hall } from './hall.fixture.ts';
import type { Clock } from './ports.ts';
import { type Restored, restore } from './restore.ts';

export const journal = { info: () => {}, warn: () => {}, error: () => {} };
/** The hall of now: `restored` and `startAgain` put another in its place. */
export let hall: Hall;
/** The folder for the test's backups. */
export let backups: string;

/** Every test of the calling file has a hall and a folder for backups of its own. */
export function eachInItsHall(): void {
  beforeEach(async () => {
    hall = await Hall.start();
    backups = await mkdtemp(join(tmpdir(), 'board-backups-'));
  });
  afterEach(async () => {
    await hall.remove();
    await rm(backups, { recursive: true });
  });
}

/** Starts another hall on the folder of one that was stopped. */
export async function startAgain(): Promise<void> {
  hall = await Hall.start({}, systemClock(), hall.folder);
}

export async function backedUp(): Promise<string> {
  const backup = await backUp(hall.folder, backups, Date.now());
  if (!backup.ok) throw new Error(backup.problem);
  return backup.value.folder;
}

/** Stops the hall, restores, and starts another one on the same folder. */
export async function restored(from: string, clock: Clock = systemClock(), only: string[] = []): Promise<Restored[]> {
  await hall.stop();
  const result = await restore({ dataDir: hall.folder, from, only }, { clock, journal });
  await startAgain();
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

/** A browser that speaks to the present hall with the cookies that another one has kept. */
export function again(browser: Browser): Browser {
  const now = new Browser(hall);
  for (const [name, value] of browser.jar) now.jar.set(name, value);
  return now;
}

export const write = (here: Gathering, words: string): Promise<void> =>
  edit({ ...here, facilitator: again(here.facilitator) }, 'charter', (doc) => void addItem(doc, words));

export async function itemsOf(id: WorkshopId): Promise<string[]> {
  return (await hall.workshop(id)).rooms.read('charter', (doc) => readItems(doc).map((item) => item.text));
}

export async function generations(id: WorkshopId): Promise<Map<DocumentName, number>> {
  return new Map((await hall.workshop(id)).state.documents);
}

export const filesOf = async (id: WorkshopId): Promise<string[]> =>
  (await readdir(join(hall.folder, 'workshops')))
    .filter((name) => name.startsWith(id) && name.endsWith('.sqlite'))
    .sort();

export function sheetsIn(path: string): { name: string; body: Buffer }[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare('SELECT name, body FROM sheets').all();
  database.close();
  return rows.map(({ name, body }) => ({ name: String(name), body: Buffer.from(body as Uint8Array) }));
}
