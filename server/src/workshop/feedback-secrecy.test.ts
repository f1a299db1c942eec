import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StampedPaper } from '@board/shared/consensus/paper';
import type { PresentationId } from '@board/shared/ids';
import { expect, test } from 'vitest';
import { hall, here, view } from '../gathering.fixture.ts';
import { come } from '../hall.fixture.ts';
import {
  begin,
  eachWithTwoGroups,
  end,
  first,
  heard,
  mark,
  passTenSeconds,
  sayNameless,
  second,
  slipsFor,
} from '../http/presentations.fixture.ts';

eachWithTwoGroups();

/** Every byte that lies in the data folder, as Latin-1 so that any text can be looked for. */
async function allBytes(folder = hall.folder): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const contents = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))));
  return contents.map((bytes) => bytes.toString('latin1')).join('\n');
}

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** What lies in the workshop's file, as texts, by table. */
function rowsOf(table: string): string[] {
  const path = join(hall.folder, 'workshops', `${here.workshopId}.sqlite`);
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare(`SELECT * FROM "${table}"`).all();
  database.close();
  return rows.map((row) =>
    Object.values(row)
      .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)))
      .join(' '),
  );
}

/** Everybody collects slips and says one thing, one after the other; the facilitator stars the second and hides the third. */
async function everybodySpeaks(
  count: number,
): Promise<{ id: PresentationId; slips: StampedPaper[]; people: string[] }> {
  const people = [];
  for (let index = 0; index < count; index++) people.push(await come(here, `Person ${index}`, { groupId: second }));
  const id = await begin(first, 'nameless');
  const slips: StampedPaper[] = [];
  for (const [index, person] of people.entries()) {
    const [slip] = await slipsFor(person, id);
    await sayNameless(id, slip!, `Said ${index}.`);
    slips.push(slip!);
  }
  passTenSeconds();
  const pieces = await heard();
  await mark(pieces.find(({ text }) => text === 'Said 1.')!.id, { starred: true });
  await mark(pieces.find(({ text }) => text === 'Said 2.')!.id, { hidden: true });
  return { id, slips, people: people.map(({ personId }) => personId) };
}

test('PR23 While a group presents, nameless feedback lies once on the disk, sorted by slip, beside no person and in no log entry', async () => {
  const { id, slips, people } = await everybodySpeaks(6);
  const bytes = await allBytes();
  for (const [index, { paper, stamp }] of slips.entries()) {
    expect(occurrences(bytes, paper)).toBe(1);
    expect(occurrences(bytes, stamp)).toBe(0);
    expect(occurrences(bytes, `Said ${index}.`)).toBe(1);
  }
  const sheets = rowsOf('sheets');
  const box = sheets.find((sheet) => sheet.startsWith(`slip-box/${id}`))!;
  const roll = sheets.find((sheet) => sheet.startsWith(`slip-roll/${id}`))!;
  for (const person of people) expect([box.includes(person), roll.includes(person)]).toEqual([false, true]);
  for (const { paper } of slips) expect([box.includes(paper), roll.includes(paper)]).toEqual([true, false]);
  const kept = (JSON.parse(box.slice(box.indexOf('['), box.lastIndexOf(']') + 1)) as [string][]).map(([slip]) => slip);
  expect(kept).toEqual(slips.map(({ paper }) => paper).sort());
  expect(box).not.toMatch(/"at"|17\d{11}/);
  const log = rowsOf('log').join('\n');
  expect(log).not.toContain('Said');
  expect(log).not.toContain('feedback-marked');
  expect(hall.journalLines.join()).not.toContain(id);
});

test('PR24 At the end it goes into the log in one piece, in an order that tells nothing; slips, roll and stamp are gone from every byte', async () => {
  const { id, slips, people } = await everybodySpeaks(6);
  await end(id);
  const bytes = await allBytes();
  for (const { paper } of slips) expect(bytes).not.toContain(paper);
  for (const kind of ['roll', 'box', 'stamp']) expect(bytes).not.toContain(`slip-${kind}/${id}`);
  const entries = rowsOf('log').filter((entry) => entry.includes('Said'));
  expect(entries).toHaveLength(1);
  for (const person of people) expect(entries[0]).not.toContain(person);
  const ids = [...entries[0]!.matchAll(/"id":"([a-z0-9]{12})"/g)].map(([, found]) => found);
  expect(ids).toHaveLength(6);
  expect(ids).toEqual([...ids].sort());
  const told = JSON.stringify([await heard(), await view()]);
  for (const person of people) expect(told).not.toContain(person);
});

test('PR25 After a power cut what was taken in is there, marked as it was, and slips go on being good', async () => {
  const { id } = await everybodySpeaks(4);
  const late = await come(here, 'Late', { groupId: second });
  const [used, spare] = await slipsFor(late, id);
  await sayNameless(id, used!, 'Said last.');
  const later = await hall.afterPowerCut();
  const after = Object.values((await view(later)).feedback).map(({ text, starred }) => `${text} ${starred}`);
  expect(after.sort()).toEqual(['Said 0. false', 'Said 1. true', 'Said 3. false', 'Said last. false']);
  const workshop = await later.workshop(here.workshopId);
  await workshop.feedback.give(id, spare!, { kind: 'support', text: 'After.', row: null }, () => undefined);
  await later.remove();
});

test('PR25 When a crash comes between the end and the end of the slips, what was said stands once and the slips go at the next start', async () => {
  const { id, slips } = await everybodySpeaks(3);
  hall.faults.sheets = true;
  await end(id);
  hall.faults.sheets = false;
  expect(hall.journalLines.join()).toContain('slips-not-destroyed');
  expect(await allBytes()).toContain(slips[0]!.paper);
  await hall.restart();
  expect(await heard()).toHaveLength(3);
  expect(await allBytes()).not.toContain(slips[0]!.paper);
});
