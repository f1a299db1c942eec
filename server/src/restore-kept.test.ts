import { existsSync } from 'node:fs';
import { readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeFound, GroupComments } from '@board/shared/commands';
import type { Messages } from '@board/shared/commands-stage';
import { fingerprint } from '@board/shared/consensus/fingerprint';
import {
  type AmendmentId,
  type CommentId,
  type GroupId,
  groupDocument,
  type MessageId,
  newId,
  type RowId,
} from '@board/shared/ids';
import { charterPart } from '@board/shared/model/charter';
import { fillFragment } from '@board/shared/model/read';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from './adapters/system-clock.ts';
import { Browser, come, edit, gather, openVote, voteSecretly } from './hall.fixture.ts';
import {
  again,
  backedUp,
  eachInItsHall,
  filesOf,
  hall,
  itemsOf,
  journal,
  restored,
  sheetsIn,
  startAgain,
  write,
} from './restore.fixture.ts';
import { restore } from './restore.ts';

eachInItsHall();

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
    workshop.decide(null, () => {}, { type: 'join-code-renewed', joinCode, endSessions: false }),
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

test('LO42 what was closed or kept closed after the backup stays so, and a group that the backup does not have brings nothing', async () => {
  const here = await gather(hall, ['Closed', 'Kept closed', 'Opened again', 'As it was']);
  const [closed, kept, opened, same] = here.groups.map(({ id }) => id) as [GroupId, GroupId, GroupId, GroupId];
  const change = (id: GroupId, how: object): Promise<null> =>
    here.facilitator.must('PATCH', `${here.at}/groups/${id}`, how);
  const rights = async (): Promise<unknown[]> => {
    const { groups } = (await hall.workshop(here.workshopId)).state;
    return [groups.size, ...[closed, kept, opened, same].map((id) => groups.get(id))];
  };
  await change(opened, { open: false });
  await change(same, { presented: true });
  const backup = await backedUp();
  for (const open of [false, true, false]) await change(closed, { open });
  await change(kept, { keptClosed: true });
  await change(opened, { open: true });
  const { id: late } = await here.facilitator.must<{ id: GroupId }>('POST', `${here.at}/groups`, { name: 'Late' });
  await change(late, { open: false });
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'plenary' });
  const [one] = await restored(backup);
  expect(one!.takenAway).toBe(3);
  const expected = [
    4,
    { open: false, keptClosed: false, presented: false },
    { open: null, keptClosed: true, presented: false },
    { open: true, keptClosed: false, presented: false },
    { open: null, keptClosed: false, presented: true },
  ];
  expect(await rights()).toEqual(expected);
  expect((await hall.workshop(here.workshopId)).state.stage).toBe('lobby');
  await restored(backup);
  expect(await rights()).toEqual(expected);
});

test('LO41 the sheets of a vote that was open in the replaced file are not kept aside, not one byte of them', async () => {
  const here = await gather(hall);
  await write(here, 'An item');
  const ana = await come(here, 'Ana');
  const backup = await backedUp();
  const vote = await openVote(here);
  await voteSecretly(ana, here.at, vote, 'agree', 'a reason that nobody else may read');
  await hall.stop();
  const path = join(hall.folder, 'workshops', `${here.workshopId}.sqlite`);
  const sheets = sheetsIn(path);
  expect(sheets.length).toBeGreaterThan(0);
  await startAgain();
  const [one] = await restored(backup);
  expect(sheetsIn(one!.aside!)).toEqual([]);
  const aside = await readFile(one!.aside!);
  for (const { name, body } of sheets) {
    expect(aside.includes(name), name).toBe(false);
    expect(aside.includes(body.subarray(0, 16)), name).toBe(false);
  }
  expect(existsSync(`${one!.aside}-wal`)).toBe(false);
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
  expect(now).toMatchObject([{ id: kept, text: 'Stays' }]);
  const { comments: known } = (await hall.workshop(here.workshopId)).state;
  expect(known.get(gone)?.text).toBe('');
});

test('SG36 a message that was taken back after the backup stays out', async () => {
  const here = await gather(hall);
  const messages = `${here.at}/messages`;
  const say = async (text: string): Promise<MessageId> => {
    const id = newId<MessageId>();
    await again(here.facilitator).must('POST', messages, { id, kind: 'words', to: null, text });
    return id;
  };
  const [kept, gone] = [await say('Stays'), await say('A name that must not be here')];
  const backup = await backedUp();
  await here.facilitator.must('DELETE', `${messages}/${gone}`);
  await restored(backup);
  const { messages: now } = await again(here.facilitator).must<Messages>('GET', messages);
  expect(now).toMatchObject([{ id: kept, text: 'Stays' }]);
});

test('LO42 on a machine that never had it, a workshop is found by its code at once', async () => {
  const here = await gather(hall);
  const backup = await backedUp();
  await hall.stop();
  await rm(hall.folder, { recursive: true });
  const nothing = await restore({ dataDir: hall.folder, from: backup, only: [] }, { clock: systemClock(), journal });
  expect(nothing).toMatchObject({ ok: true, value: [{ aside: null, takenAway: 0, joinCode: here.joinCode }] });
  expect(await readFile(join(hall.folder, 'registry.json'), 'utf8')).toContain(here.joinCode);
  await startAgain();
  expect((await new Browser(hall).call('GET', `/api/codes/${here.joinCode}`)).status).toBe(200);
});

test('LO42 when what was here cannot be read, that is said, and it is kept aside as it is', async () => {
  const here = await gather(hall);
  const backup = await backedUp();
  await hall.stop();
  const path = join(hall.folder, 'workshops', `${here.workshopId}.sqlite`);
  await truncate(path, 9_000);
  const damaged = await readFile(path);
  await startAgain();
  const [one] = await restored(backup);
  expect(one!.takenAway).toBeNull();
  expect(await readFile(one!.aside!)).toEqual(damaged);
  expect((await again(here.facilitator).call('GET', `${here.at}/me`)).status).toBe(200);
});

test('CH34 an amendment that was withdrawn after the backup stays withdrawn', async () => {
  const here = await gather(hall);
  await edit(here, 'charter', (doc) => fillFragment(charterPart(doc, 'preamble'), 'We, who met,'));
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'charter-preparation' });
  const ana = await come(here, 'Ana');
  const id = newId<AmendmentId>();
  const body = {
    id,
    place: 'preamble',
    fingerprint: fingerprint('We, who met,'),
    text: 'A name that must not be here',
  };
  await ana.must('POST', `${here.at}/amendments`, body);
  const backup = await backedUp();
  await ana.must('DELETE', `${here.at}/amendments/${id}`);
  await restored(backup);
  const view = await (await hall.workshop(here.workshopId)).live.view();
  expect(view.amendments).toEqual({});
  expect(view.charter.preamble).toBe('We, who met,');
});
