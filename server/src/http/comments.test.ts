import type { CommentView, GroupComments } from '@board/shared/commands';
import { type CommentId, type GroupId, groupDocument, newId, type RowId } from '@board/shared/ids';
import { takeIn } from '@board/shared/model/catalogue';
import { addRow, removeRow } from '@board/shared/model/strategy-edits';
import { limits } from '@board/shared/protocol/limits';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Browser, come, edit, type Gathering, gather, Hall } from '../hall.fixture.ts';

let hall: Hall;
let here: Gathering;
let first: GroupId;
let second: GroupId;
let row: RowId;
beforeAll(async () => {
  hall = await Hall.start();
});
afterAll(() => hall.remove());
beforeEach(async () => {
  here = await gather(hall);
  [first, second] = here.groups.map(({ id }) => id) as [GroupId, GroupId];
  row = await newRow();
});

async function newRow(group = first): Promise<RowId> {
  let id: RowId | null = null;
  await edit(here, groupDocument(group), (doc) => {
    id = addRow(doc, null);
  });
  return id as unknown as RowId;
}

const of = (group: GroupId) => `${here.at}/groups/${group}/comments`;
const one = (id: string) => `${here.at}/comments/${id}`;

async function say(who: Browser, text: string, place: object = { row, cell: null }, group = first): Promise<CommentId> {
  const id = newId<CommentId>();
  await who.must('POST', of(group), { id, text, place });
  return id;
}

async function heard(who: Browser, group = first): Promise<CommentView[]> {
  return (await who.must<GroupComments>('GET', of(group))).comments ?? [];
}

const counts = async () => (await (await hall.workshop(here.workshopId)).live.view()).comments[first];

test('CO3 A comment carries who and when, a reply stands where its thread does, and both outlast a restart', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const cell = `${row}.mechanisms`;
  const begun = await say(ana, ' Which committee? ', { row, cell });
  await say(here.facilitator, 'The first one.', { thread: begun });
  await hall.restart();
  const [question, reply] = await heard(ana);
  expect(question).toMatchObject({ id: begun, thread: begun, row, cell, name: 'Ana', text: 'Which committee?' });
  expect(question!.author).toBe(ana.personId);
  expect(Math.abs(question!.at - Date.now())).toBeLessThan(60_000);
  expect(reply).toMatchObject({ thread: begun, row, cell, text: 'The first one.', resolved: null });
});

test('CO3 Names are those of now', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  await say(ana, 'Mine');
  await ana.must('PATCH', `${here.at}/me`, { name: 'Ana Maria' });
  expect((await heard(here.facilitator))[0]!.name).toBe('Ana Maria');
});

test('CO4 The same comment sent again is one comment, also at once and after it was reworded; nobody else takes its id', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const ben = await come(here, 'Ben', { groupId: first });
  const body = { id: newId<CommentId>(), text: 'Once', place: { row, cell: null } };
  await Promise.all([1, 2, 3].map(() => ana.must('POST', of(first), body)));
  await ana.must('PATCH', one(body.id), { text: 'Once more' });
  await ana.must('POST', of(first), body);
  expect(await ben.refusal('POST', of(first), { ...body, text: 'Mine' })).toBe('403 not-your-comment');
  expect((await heard(ana)).map(({ text }) => text)).toEqual(['Once more']);
});

test('CO2 Only the author rewords; the author or a facilitator takes out, and the words are then told to nobody', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const ben = await come(here, 'Ben', { groupId: first });
  const [id, other] = [await say(ana, 'A slip'), await say(ana, 'Another')];
  for (const who of [ben, here.facilitator]) {
    expect(await who.refusal('PATCH', one(id), { text: 'Not so' })).toBe('403 not-your-comment');
  }
  await ana.must('PATCH', one(id), { text: 'Mended' });
  expect((await heard(ben))[0]).toMatchObject({ text: 'Mended', editedAt: expect.any(Number) });
  expect(await ben.refusal('DELETE', one(id))).toBe('403 not-your-comment');
  for (const thread of [id, other])
    await ben.must('POST', of(first), { id: newId<CommentId>(), text: 'I see', place: { thread } });
  await ana.must('DELETE', one(id));
  await here.facilitator.must('DELETE', one(other));
  await hall.restart();
  expect(await heard(ana)).toMatchObject([
    { text: '', removedBy: 'author' },
    { text: '', removedBy: 'facilitator' },
    { text: 'I see', removedBy: null },
    { text: 'I see', removedBy: null },
  ]);
  expect(await ana.refusal('PATCH', one(id), { text: 'Back' })).toBe('404 unknown-comment');
  expect(await ana.refusal('DELETE', one('x'))).toBe('404 unknown-comment');
});

test('CO5 A thread is resolved and reopened by the group, with who and when; a reply is no thread', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const ben = await come(here, 'Ben', { groupId: first });
  const id = await say(ana, 'Open?');
  const reply = await say(ben, 'Yes', { thread: id });
  await ben.must('PATCH', one(id), { resolved: true });
  expect((await heard(ana))[0]!.resolved).toMatchObject({ name: 'Ben', at: expect.any(Number) });
  expect((await counts())!.rows).toEqual({});
  await ana.must('PATCH', one(id), { resolved: false });
  expect((await counts())!.rows).toEqual({ [row]: 1 });
  expect(await ana.refusal('PATCH', one(reply), { resolved: true })).toBe('400 bad-request resolved');
});

test('CO1 Others read and write when the group has presented and not before; nobody else ever hears a word', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const ben = await come(here, 'Ben', { groupId: second });
  const watcher = await come(here, 'Watcher', { role: 'observer' });
  const screen = await come(here, 'Screen', { role: 'screen' });
  await say(ana, 'Between us');
  const body = () => ({ id: newId<CommentId>(), text: 'From the hall', place: { row, cell: null } });
  expect(await ben.refusal('GET', of(first))).toBe('403 comments-not-open');
  expect(await ben.refusal('POST', of(first), body())).toBe('403 comments-not-open');
  expect(await screen.refusal('GET', of(first))).toBe('403 screen-only-watches');
  expect(await heard(watcher)).toHaveLength(1);
  await here.facilitator.must('PATCH', `${here.at}/groups/${first}`, { presented: true });
  await say(ben, 'From the hall');
  expect(await heard(ben)).toHaveLength(2);
  expect(await watcher.refusal('POST', of(first), body())).toBe('403 observer-only-reads');
  await ana.must('PATCH', `${here.at}/groups/${first}`, { keptClosed: true });
  expect(await ben.refusal('GET', of(first))).toBe('403 comments-not-open');
  await here.facilitator.must('PATCH', `${here.at}/groups/${first}`, { presented: false });
  expect(await watcher.refusal('GET', of(first))).toBe('403 group-keeps-closed');
  expect(await ben.refusal('GET', of('222222222222' as GroupId))).toBe('404 unknown-group');
});

test('CO6 The live view counts open threads by row and holds no word of them; of a group that keeps closed it holds nothing', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const id = await say(ana, 'A word that stays inside');
  await say(ana, 'And a reply', { thread: id });
  const before = (await counts())!;
  expect(before.rows).toEqual({ [row]: 1 });
  await ana.must('PATCH', one(id), { text: 'Another word' });
  expect((await counts())!.version).toBeGreaterThan(before.version);
  const workshop = await hall.workshop(here.workshopId);
  const view = JSON.stringify(await workshop.live.view());
  // `reworded` is one of its parts.
  expect(view.replace('"reworded":', '')).not.toContain('word');
  expect(view).not.toContain('reply');
  await ana.must('PATCH', `${here.at}/groups/${first}`, { keptClosed: true });
  expect(await counts()).toBeUndefined();
  expect(JSON.stringify((await workshop.live.view()).comments)).toBe('{}');
});

test('CO6 Who has the present version gets no words again; a thread of which nothing is left is not counted', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const id = await say(ana, 'Hello');
  const { version } = await ana.must<GroupComments>('GET', of(first));
  expect(await ana.must('GET', `${of(first)}?version=${version}`)).toEqual({ version, comments: null });
  await ana.must('DELETE', one(id));
  expect((await ana.must<GroupComments>('GET', `${of(first)}?version=${version}`)).comments).toEqual([]);
  expect((await counts())!.rows).toEqual({});
});

test('CO7 A comment on a row that was removed stays, with what the row was about; a new one there is refused', async () => {
  const recommendation = newId<never>();
  const list = [{ number: '110.1', text: {}, states: [], position: 'noted' as const, themes: [], source: '' }];
  await edit(here, 'catalogue', (doc) => takeIn(doc, list));
  let about: RowId = row;
  await edit(here, groupDocument(first), (doc) => {
    about = addRow(doc, recommendation);
  });
  const ana = await come(here, 'Ana', { groupId: first });
  const id = await say(ana, 'Keep this', { row: about, cell: null });
  await edit(here, groupDocument(first), (doc) => void removeRow(doc, about));
  expect(await heard(ana)).toMatchObject([{ row: about, recommendation, text: 'Keep this' }]);
  await say(ana, 'Still', { thread: id });
  const late = { id: newId<CommentId>(), text: 'Late', place: { row: about, cell: null } };
  expect(await ana.refusal('POST', of(first), late)).toBe('404 unknown-row place');
});

test('CO8 A comment has words, a place of its own row and a length; a reply a thread of its own group', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const id = newId<CommentId>();
  const place = { row, cell: null };
  const refused = (body: object): Promise<string> => ana.refusal('POST', of(first), { id, text: 'Hi', place, ...body });
  expect(await refused({ text: '  ' })).toBe('400 bad-request text');
  expect(await refused({ text: 'x'.repeat(limits.commentText + 1) })).toBe('400 bad-request text');
  expect(await refused({ id: 'x' })).toBe('400 bad-request id');
  expect(await refused({ place: { row, cell: `${newId<RowId>()}.text` } })).toMatch(/^400 bad-request place/);
  expect(await refused({ place: { row, cell: `${row}.<b>` } })).toMatch(/^400 bad-request place/);
  expect(await refused({ place: { thread: newId<CommentId>() } })).toBe('404 unknown-comment place');
  const elsewhere = await say(here.facilitator, 'There', { row: await newRow(second), cell: null }, second);
  expect(await refused({ place: { thread: elsewhere } })).toBe('404 unknown-comment place');
  expect(await heard(ana)).toEqual([]);
});

test('CO8 A row takes so many comments and no more, and a comment so many changes', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const ids: CommentId[] = [];
  for (let count = 0; count < limits.commentsPerRow; count += 1) ids.push(await say(ana, `No. ${count}`));
  const more = { id: newId<CommentId>(), text: 'Too much', place: { row, cell: null } };
  expect(await ana.refusal('POST', of(first), more)).toBe('403 list-full place');
  await say(ana, 'Elsewhere', { row: await newRow(), cell: null });
  for (let count = 0; count < limits.changesPerComment; count += 1) {
    await ana.must('PATCH', one(ids[0]!), { text: `Again ${count}` });
  }
  expect(await ana.refusal('PATCH', one(ids[0]!), { text: 'Once more' })).toBe('413 too-large changes');
  await ana.must('PATCH', one(ids[0]!), { resolved: true });
  await ana.must('DELETE', one(ids[0]!));
});

test('CO8 Who resolves and reopens a thread without end keeps neither its author nor a facilitator from it', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const mate = await come(here, 'Mia', { groupId: first });
  const id = await say(ana, 'Who asks the ministry?');
  for (let count = 0; count < limits.changesPerComment; count += 1)
    await mate.must('PATCH', one(id), { resolved: count % 2 === 0 });
  expect(await mate.refusal('PATCH', one(id), { resolved: true })).toBe('413 too-large changes');
  await ana.must('PATCH', one(id), { text: 'Who asks both ministries?' });
  await here.facilitator.must('PATCH', one(id), { resolved: true });
});

test('CO9 A comment that cannot be stored is not there, and says so', async () => {
  const ana = await come(here, 'Ana', { groupId: first });
  const body = { id: newId<CommentId>(), text: 'Full', place: { row, cell: null } };
  hall.faults.log = true;
  expect(await ana.refusal('POST', of(first), body)).toBe('503 not-stored');
  hall.faults.log = false;
  expect(await heard(ana)).toEqual([]);
  await ana.must('POST', of(first), body);
  expect(await heard(ana)).toHaveLength(1);
});
