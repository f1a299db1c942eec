import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StampedPaper } from '@board/shared/consensus/paper';
import { addItem } from '@board/shared/model/charter';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyWithoutSheets } from '../adapters/sqlite-copy.ts';
import { Browser, come, edit, type Gathering, gather, Hall, openVote, paperFor } from '../hall.fixture.ts';

let hall: Hall;
let here: Gathering;
beforeEach(async () => {
  hall = await Hall.start();
  here = await gather(hall);
  await edit(here, 'charter', (doc) => addItem(doc, 'We meet again in May.'));
});
afterEach(() => hall.remove());

/** Every byte that lies in the data folder, as Latin-1 so that any text can be looked for. */
async function allBytes(): Promise<string> {
  const entries = await readdir(hall.folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const contents = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))));
  return contents.map((bytes) => bytes.toString('latin1')).join('\n');
}

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** A vote in which everybody votes, one after the other. Papers are in the order in which they came. */
async function everybodyVotes(count: number) {
  const people = [];
  for (let index = 0; index < count; index++) people.push(await come(here, `Person ${index}`));
  const vote = await openVote(here);
  const papers: StampedPaper[] = [];
  for (const [index, person] of people.entries()) {
    const paper = await paperFor(person, here.at, vote);
    const ballot = { ...paper, position: index % 2 ? 'stand-aside' : 'agree', reason: `Remark ${index}` };
    await new Browser(hall).must('POST', `${here.at}/votes/${vote}/ballots`, ballot);
    papers.push(paper);
  }
  return { people, vote, papers };
}

test('VO49 While a vote is open, its sheets lie once on the disk, sorted, and no sheet holds both a person and a ballot', async () => {
  const { vote, papers } = await everybodyVotes(6);
  const bytes = await allBytes();
  for (const { paper, stamp } of papers) {
    expect(occurrences(bytes, paper)).toBe(1);
    expect(occurrences(bytes, stamp)).toBe(0);
  }
  const start = Math.min(...papers.map(({ paper }) => bytes.indexOf(paper)));
  const box: unknown = JSON.parse(bytes.slice(start - '[["'.length, bytes.indexOf(']]', start) + ']]'.length));
  const ballots = papers.map(({ paper }, index) => [paper, index % 2 ? 'stand-aside' : 'agree', `Remark ${index}`]);
  expect(box).toEqual(ballots.sort(([a], [b]) => (a! < b! ? -1 : 1)));
  expect(hall.journalLines.join()).not.toContain(vote);
});

test('VO50 At closing papers, roll and stamp are gone from every byte on the disk, and what stays tells no order', async () => {
  const { vote, papers } = await everybodyVotes(6);
  await here.facilitator.must('POST', `${here.at}/votes/${vote}/close`, {});
  const bytes = await allBytes();
  for (const { paper } of papers) expect(bytes).not.toContain(paper);
  for (const kind of ['roll', 'box', 'stamp']) expect(bytes).not.toContain(`${kind}/${vote}`);
  const { result } = (await (await hall.workshop(here.workshopId)).live.view()).votes[vote]!;
  const told = result!.remarks.map(({ position, text }) => `${position} ${text}`);
  expect(told).toEqual([...told].sort());
  expect(told).toHaveLength(3);
});

test('VO51 In the log nothing stands between a vote’s opening and its closing that a ballot has left', async () => {
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'charter-adoption' });
  const { vote } = await everybodyVotes(4);
  await here.facilitator.must('POST', `${here.at}/votes/${vote}/close`, {});
  await hall.stop();
  const database = new DatabaseSync(join(hall.folder, 'workshops', `${here.workshopId}.sqlite`), { readOnly: true });
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
  const rows = tables.flatMap(({ name }) => database.prepare(`SELECT * FROM "${name}"`).all());
  database.close();
  const types = rows.flatMap((row) =>
    Object.values(row).flatMap((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value),
    ),
  );
  const decisions = types.flatMap((text) => /"type":"([a-z-]+)"/.exec(text)?.[1] ?? []);
  expect(decisions.slice(decisions.indexOf('vote-opened'))).toEqual(['vote-opened', 'vote-closed', 'charter-adopted']);
  await hall.restart();
});

test('VO52 After a power cut an open vote goes on with every ballot that was called counted', async () => {
  const { vote, people } = await everybodyVotes(5);
  const later = await hall.afterPowerCut();
  const workshop = await later.workshop(here.workshopId);
  expect((await workshop.live.view()).votes[vote]).toMatchObject({ turnout: 5, result: null });
  const again = new Browser(later);
  for (const [name, value] of people[0]!.jar) again.jar.set(name, value);
  const other = { covered: 'a'.repeat(64) };
  expect(await again.refusal('POST', `${here.at}/votes/${vote}/papers`, other)).toBe('409 paper-already-collected');
  await later.remove();
});

test('VO53 When a crash comes between the result and the end of the papers, the result stands and the papers go at the next start', async () => {
  const { vote, papers } = await everybodyVotes(3);
  hall.faults.sheets = true;
  const closed = await here.facilitator.must('POST', `${here.at}/votes/${vote}/close`, {});
  hall.faults.sheets = false;
  expect(hall.journalLines.join()).toContain('papers-not-destroyed');
  expect(await allBytes()).toContain(papers[0]!.paper);
  await hall.restart();
  expect((await (await hall.workshop(here.workshopId)).live.view()).votes[vote]).toEqual(closed);
  expect(await allBytes()).not.toContain(papers[0]!.paper);
});

test('VO63 On the disk nothing tells a paper ballot from one of a phone, and no sheet says who gave it in', async () => {
  const [ana, ben] = [await come(here, 'Ana'), await come(here, 'Ben')];
  const vote = await openVote(here, { byHand: [ben.personId] });
  const paper = await paperFor(ana, here.at, vote);
  await new Browser(hall).must('POST', `${here.at}/votes/${vote}/ballots`, { ...paper, position: 'agree' });
  const byHand = randomBytes(32).toString('hex');
  const ballots = [{ paper: byHand, position: 'stand-aside', reason: 'From paper' }];
  await here.facilitator.must('PUT', `${here.at}/votes/${vote}/hand`, { ballots });
  const sheets = await sheetsOnDisk();
  const box = [
    [paper.paper, 'agree', ''],
    [byHand, 'stand-aside', 'From paper'],
  ].sort(([a], [b]) => (a! < b! ? -1 : 1));
  expect(JSON.parse(sheets.get(`box/${vote}`)!)).toEqual(box);
  expect(sheets.get(`hand/${vote}`)).toBe('[["byHand","1"]]');
  for (const [name, text] of sheets) {
    if (name.startsWith('box/')) expect(text).not.toContain(ben.personId);
    else expect(text).not.toContain(byHand);
  }
  expect(hall.journalLines.join()).not.toContain(vote);
  await here.facilitator.must('POST', `${here.at}/votes/${vote}/close`, {});
  expect(await allBytes()).not.toContain(byHand);
});

test('VO69 What is kept for lifting is a mark of each block’s paper and nothing else; it tells neither who blocked nor who lifted, and is gone when it was counted or can be no more', async () => {
  const people = [];
  for (let place = 0; place < 5; place++) people.push(await come(here, `Person ${place}`));
  const { items } = (await (await hall.workshop(here.workshopId)).live.view()).charter;
  const vote = await openVote(here, { scope: { kind: 'item', itemId: items[0]!.id }, slotMinutes: 10 });
  const papers: StampedPaper[] = [];
  for (const [place, person] of people.entries()) {
    const paper = await paperFor(person, here.at, vote);
    const says = place < 2 ? { position: 'block', reason: `Reason ${place}` } : { position: 'agree' };
    await new Browser(hall).must('POST', `${here.at}/votes/${vote}/ballots`, { ...paper, ...says });
    papers.push(paper);
  }
  await here.facilitator.must('POST', `${here.at}/votes/${vote}/close`, {});
  const before = await sheetsOnDisk();
  expect([...before.keys()]).toEqual([`lift/${vote}`]);
  const lines = await logLines();
  await new Browser(hall).must('POST', `${here.at}/votes/${vote}/lift`, { paper: papers[1]!.paper });
  const kept = JSON.parse((await sheetsOnDisk()).get(`lift/${vote}`)!) as [string, string][];
  expect(kept.map(([, stands]) => stands).sort()).toEqual(['block', 'lifted']);
  expect(kept.map(([mark]) => mark)).toEqual(kept.map(([mark]) => mark).sort());
  expect(await logLines()).toEqual(lines);
  const bytes = await allBytes();
  for (const { paper, stamp } of papers) {
    expect(bytes).not.toContain(paper);
    expect(bytes).not.toContain(stamp);
  }
  expect(JSON.stringify(kept)).not.toContain('Reason');
  const backup = join(hall.folder, 'backup.sqlite');
  copyWithoutSheets(join(hall.folder, 'workshops', `${here.workshopId}.sqlite`), backup);
  const copied = (await readFile(backup)).toString('latin1');
  for (const [mark] of kept) expect(copied).not.toContain(mark);
  for (const { personId } of people) expect(JSON.stringify(kept)).not.toContain(personId);
  expect(hall.journalLines.join()).not.toContain(vote);
  await here.facilitator.must('PUT', `${here.at}/votes/${vote}/slot`, { minutes: 0 });
  const counted = await allBytes();
  for (const [mark, stands] of kept) expect(counted.includes(mark), stands).toBe(stands === 'block');
  await openVote(here, { scope: { kind: 'item', itemId: items[0]!.id } });
  const after = await allBytes();
  for (const [mark] of kept) expect(after).not.toContain(mark);
  expect([...(await sheetsOnDisk()).keys()].filter((name) => name.startsWith('lift/'))).toEqual([]);
});

/** All sheets in the workshop's file. */
async function sheetsOnDisk(): Promise<Map<string, string>> {
  const rows = readTable('sheets');
  return new Map(rows.map(({ name, body }) => [String(name), Buffer.from(body as Uint8Array).toString('utf8')]));
}

/** The log, as text. */
async function logLines(): Promise<string[]> {
  return readTable('log').map((row) => JSON.stringify(row));
}

function readTable(table: string): Record<string, unknown>[] {
  const database = new DatabaseSync(join(hall.folder, 'workshops', `${here.workshopId}.sqlite`), { readOnly: true });
  try {
    return database.prepare(`SELECT * FROM ${table}`).all();
  } finally {
    database.close();
  }
}
