import type { GroupComments, WorkshopCreated } from '@board/shared/commands';
import { fingerprint } from '@board/shared/consensus/fingerprint';
import { type CharterItemId, groupDocument, newId } from '@board/shared/ids';
import type { AdoptionRecord } from '@board/shared/live-view';
import { readCatalogue } from '@board/shared/model/catalogue';
import { limits } from '@board/shared/protocol/limits';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { readCharterPart, readSteps, readStrategyPart } from '@board/shared/workshop-file/read-parts';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser, come, edit, Hall } from '../hall.fixture.ts';

let hall: Hall;
beforeEach(async () => {
  hall = await Hall.start();
});
afterEach(() => hall.remove());

async function takeUp(file: object, on = hall) {
  const facilitator = new Browser(on);
  const created = await facilitator.must<WorkshopCreated>('POST', '/api/taken-up', file);
  return { ...created, facilitator, at: `/api/workshops/${created.workshopId}` };
}

test('FO34 a workshop that is taken up has everything that its file says, after a power cut too', async () => {
  const file = filledFile();
  const { workshopId, groups, facilitator, at } = await takeUp(file);
  expect(groups).toEqual(file.groups.map(({ id, name }) => ({ id, name })));
  const comments = await facilitator.must<GroupComments>('GET', `${at}/groups/${groups[0]!.id}/comments`);
  expect(comments.comments).toEqual(
    file.comments.map(({ groupId: _, heard: __, ...comment }) => ({ ...comment, author: null })),
  );
  const later = await hall.afterPowerCut();
  const workshop = await later.workshop(workshopId);
  for (const { id, strategy } of file.groups) {
    const read = await workshop.rooms.read(groupDocument(id), readStrategyPart);
    expect(read.clusters).toEqual(strategy!.clusters);
    expect(read.rows.map(({ id: row }) => row)).toEqual(strategy!.rows.map(({ id: row }) => row));
    expect(read.rows.map(({ actions }) => actions)).toEqual(strategy!.rows.map(({ actions }) => actions));
  }
  expect(await workshop.rooms.read('charter', readCharterPart)).toEqual(file.charter);
  expect(await workshop.rooms.read('board', readSteps)).toEqual(file.agenda);
  expect((await workshop.rooms.read('catalogue', readCatalogue)).map(({ id }) => id).sort()).toEqual(
    file.recommendations.map(({ id }) => id).sort(),
  );
  const view = await workshop.live.view();
  expect(view.stage).toBe('charter-adoption');
  expect(Object.values(view.votes)).toEqual(file.votes);
  expect(view.charter.items[0]).toMatchObject({ status: 'adopted', voteId: file.votes[0]!.id });
  expect(Object.values(view.together)).toEqual([{ rows: file.together[0]!.rows, state: 'agreed' }]);
  expect(view.groups[file.groups[0]!.id]).toMatchObject({ presented: true, open: null });
  await later.remove();
});

test('FO34 the record of an adoption comes along, the charter stays closed to all, and people join anew', async () => {
  const file = adopted(filledFile());
  const here = await takeUp(file);
  const view = await (await hall.workshop(here.workshopId)).live.view();
  expect(view.charter.adopted).toEqual(file.adopted);
  expect(view.people.joined).toBe(0);
  await expect(edit(here, 'charter', (doc) => doc.getMap('items').clear())).rejects.toThrow();
  const member = await come(here, 'Somebody', { groupId: file.groups[0]!.id });
  const said = { id: file.comments[1]!.id, text: 'Mine now', place: { thread: file.comments[0]!.id } };
  expect(await member.refusal('POST', `${here.at}/groups/${file.groups[0]!.id}/comments`, said)).toMatch(/^403/);
});

const json = { 'content-type': 'application/json' };

test('FO35 a record or a vote of which a word was changed is refused, and so is what does not fit', async () => {
  const browser = new Browser(hall);
  const refusal = (file: object) => browser.refusal('POST', '/api/taken-up', file);
  const file = adopted(filledFile());
  expect(await refusal({ ...file, adopted: { ...file.adopted!, closing: 'So we do not agree.' } })).toBe(
    '400 bad-request adopted',
  );
  const leftOut = file.adopted.leftOut!.map((item) => ({ ...item, text: 'We shout.' }));
  expect(await refusal({ ...file, adopted: { ...file.adopted, leftOut } })).toBe('400 bad-request adopted');
  expect(await refusal({ ...file, votes: [{ ...file.votes[0]!, words: 'Other words' }] })).toBe(
    '400 bad-request votes',
  );
  expect(await refusal({ ...file, version: 3 })).toBe('400 bad-request version');
  expect(await refusal([])).toMatch(/^400 bad-request/);
  const deep = `{"format":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
  expect(await browser.refusal('POST', '/api/taken-up', deep, { 'content-type': 'application/json' })).toMatch(
    /^400 bad-request/,
  );
  expect(hall.workshops.isKnownCode('ABCDEF')).toBe(false);
  expect(hall.journalLines.join()).not.toContain('trial');
});

test('FO35 what is too large is refused, as a whole and document by document', async () => {
  const browser = new Browser(hall);
  const blown = { ...filledFile(), writtenAt: 'x'.repeat(limits.workshopFileBytes) };
  expect(await browser.refusal('POST', '/api/taken-up', blown)).toBe('413 too-large');
  const many = filledFile({ groups: 1, rows: 3 });
  const row = many.groups[0]!.strategy!.rows[2]!;
  const spans = Array.from({ length: 20_000 }, () => ({ kind: 'break' }));
  const mechanisms = Array.from({ length: limits.structsPerDocument / 20_000 }, () => ({ kind: 'paragraph', spans }));
  const heavy = { ...row, mechanisms };
  const file = { ...many, groups: [{ ...many.groups[0]!, strategy: { clusters: [], rows: [heavy] } }] };
  expect(JSON.stringify(file).length).toBeLessThan(limits.workshopFileBytes);
  expect(await browser.refusal('POST', '/api/taken-up', file)).toBe(
    `413 too-large ${groupDocument(file.groups[0]!.id)}`,
  );
});

test('DO88 a body of countless lists and objects is refused before it is read', async () => {
  const browser = new Browser(hall);
  const send = (body: string) => browser.refusal('POST', '/api/taken-up', body, { 'content-type': 'application/json' });
  const kinds = [
    ['{}', 2],
    ['[]', 2],
    ['{"a":0}', 3],
    ['1', 1],
  ] as const;
  for (const [part, parts] of kinds) {
    const most = Math.floor(limits.fileParts / parts);
    const text = (count: number) => `[${Array(count).fill(part).join()}]`;
    expect(await send(text(most))).toMatch('400 bad-request');
    expect(await send(text(most + 1))).toBe('413 too-large');
  }
});

test('DO88 a command of countless short names is refused before it is read, whoever sends it', async () => {
  const browser = new Browser(hall);
  const names = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [at.toString(36), 1]));
  expect(await browser.refusal('POST', '/api/workshops', names(limits.commandParts / 2 - 1))).toMatch(
    '400 bad-request',
  );
  expect(await browser.refusal('POST', '/api/workshops', names(limits.commandParts / 2 + 1))).toBe('413 too-large');
});

test('DO91 a large file is read where nobody waits for it: next to none of the work is done by the thread that answers', async () => {
  const body = JSON.stringify(filledFile({ groups: 40, rows: 25 }));
  const browser = new Browser(hall);
  const [all, here] = [process.cpuUsage(), process.threadCpuUsage()];
  expect(await browser.refusal('POST', '/api/taken-up', body.slice(0, -1), json)).toBe('400 bad-request');
  expect(await browser.refusal('POST', '/api/taken-up', `${body.slice(0, -1)},"more":1}`, json)).toBe(
    '400 bad-request more',
  );
  const work = ({ user, system }: NodeJS.CpuUsage): number => user + system;
  expect(work(process.threadCpuUsage(here)) / work(process.cpuUsage(all))).toBeLessThan(0.4);
});

/** Sends a file from somewhere; answers the status. */
const from = (remoteAddress: string, payload: string): Promise<number> =>
  hall.app
    .inject({ method: 'POST', url: '/api/taken-up', payload, headers: json, remoteAddress })
    .then((answer) => answer.statusCode);

test('DO91 files are read one after the other, and only so many wait', async () => {
  const body = JSON.stringify(filledFile());
  const answers = await Promise.all(Array.from({ length: 8 }, (_, place) => from(`10.0.0.${place}`, body)));
  expect(answers.toSorted()).toEqual([201, 201, 201, 201, 429, 429, 429, 429]);
});

test('DO96 One network has one file read at a time, and leaves the other places to others', async () => {
  const body = JSON.stringify(filledFile());
  const crowd = Array.from({ length: 5 }, (_, place) => from(`2001:db8::${place}`, body));
  const [other, ...answers] = await Promise.all([...crowd, from('10.0.0.1', body)].reverse());
  expect(other).toBe(201);
  expect(answers.toSorted()).toEqual([201, 429, 429, 429, 429]);
  expect(await from('2001:db8::1', body)).toBe(201);
});

test('DO97 a file of countless faults is refused with a code and soon, as one with a single fault is', async () => {
  const browser = new Browser(hall);
  const [group, ...groups] = filledFile().groups;
  const [row, ...rows] = group!.strategy!.rows;
  const refusal = (faulty: object): Promise<string> => {
    const strategy = { ...group!.strategy!, rows: [{ ...row, ...faulty }, ...rows] };
    return browser.refusal('POST', '/api/taken-up', { ...filledFile(), groups: [{ ...group!, strategy }, ...groups] });
  };
  const paragraph = { kind: 'paragraph', spans: Array(20_000).fill({ kind: 'break', x: 0 }) };
  expect(await refusal({ mechanisms: Array(5).fill(paragraph) })).toMatch(/^400 bad-request/);
  const before = process.cpuUsage();
  for (const faults of [1, 900_000, 1_900_000])
    expect(await refusal({ actions: Array(faults).fill(0) })).toBe(
      '400 bad-request groups.0.strategy.rows.0.actions.0',
    );
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(20_000_000);
});

test('DO91 a name that reaches into what all objects share is refused, however it is written; in words it may stand', async () => {
  const browser = new Browser(hall);
  const file = filledFile();
  const text = JSON.stringify({ ...file, workshop: { ...file.workshop, title: 'What "__proto__" is' } });
  for (const name of ['__proto__', '\\u005f_proto__', '__prot\\u006f__'])
    expect(
      await browser.refusal('POST', '/api/taken-up', text.replace('"title":', `"${name}":{},"title":`), json),
    ).toMatch('400 bad-request');
  expect((await browser.call('POST', '/api/taken-up', text, json)).status).toBe(201);
});

test('FO36 where a key is needed for creating workshops nobody without it is listened to', async () => {
  const guarded = await Hall.start({ createKey: 'clé de l’école' });
  const browser = new Browser(guarded);
  const refusal = (headers: Record<string, string>) => browser.refusal('POST', '/api/taken-up', filledFile(), headers);
  expect(await refusal({})).toBe('403 create-key-needed createKey');
  expect(await refusal({ 'create-key': '%zz' })).toMatch(/wrong-key/);
  const key = encodeURIComponent('clé de l’école');
  expect((await browser.call('POST', '/api/taken-up', filledFile(), { 'create-key': key })).status).toBe(201);
  await guarded.remove();
});

test('FO36 taking up is slowed per address', async () => {
  const browser = new Browser(hall);
  const answers: number[] = [];
  for (let at = 0; at < 13; at++) answers.push((await browser.call('POST', '/api/taken-up', {})).status);
  expect(answers.slice(0, 12).every((status) => status === 400)).toBe(true);
  expect(answers[12]).toBe(429);
});

test('FO34 a workshop that cannot be stored is not taken up', async () => {
  hall.faults.log = true;
  expect(await new Browser(hall).refusal('POST', '/api/taken-up', filledFile())).toBe('503 not-stored');
});

function adopted(file: WorkshopFile): WorkshopFile & { adopted: AdoptionRecord } {
  const texts = ['We will watch every trial.', 'Schools for all.'];
  const all = ['We, who met.', ...texts.map((text, at) => `${at + 1}. ${text}`), 'So we agree.'].join('\n\n');
  const record: AdoptionRecord = {
    adoptedAt: 1_800_000_200_000,
    preamble: 'We, who met.',
    items: texts.map((text) => ({ text, groupName: 'Fair trial', fingerprint: fingerprint(text) })),
    closing: 'So we agree.',
    leftOut: [
      {
        ...{ id: newId<CharterItemId>(), text: 'We sing.', groupName: '' },
        ...{ fingerprint: fingerprint('We sing.'), standing: 'draft' },
      },
    ],
    fingerprint: fingerprint(all),
    votes: file.votes,
    rounds: file.votes.map(({ id }) => id),
    roll: { groups: [], organisations: [{ name: 'River Legal Aid', people: 4 }] },
  };
  return { ...file, adopted: record };
}
