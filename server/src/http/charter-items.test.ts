import { type CharterItemId, groupDocument } from '@board/shared/ids';
import type { LiveChange } from '@board/shared/live-messages';
import type { CharterItemView } from '@board/shared/live-view';
import { drawContributions, readItems } from '@board/shared/model/charter';
import { mergeItems, noteSourceWords, splitItem } from '@board/shared/model/charter-edits';
import { reword } from '@board/shared/model/plain-edit';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, setContribution } from '@board/shared/model/strategy-edits';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { edit, openVote, voteSecretly } from '../hall.fixture.ts';
import { close, item, onItem, people, twoItems } from './votes.fixture.ts';

eachInItsWorkshop(twoItems);

/** A vote in which everybody agrees. */
async function adopt(id: CharterItemId): Promise<void> {
  const [person] = await people(1);
  const vote = await openVote(here, { ...onItem(id), quorum: { numerator: 1, denominator: 1000 } });
  await voteSecretly(person!, here.at, vote, 'agree');
  await close(vote);
}

const items = async (): Promise<CharterItemView[]> => (await view()).charter.items;
const statuses = async (): Promise<string[]> => (await items()).map(({ status }) => status);

/** A group gives a contribution, which is drawn into a third item. */
async function drawOne() {
  const group = here.groups[0]!.id;
  await edit(here, groupDocument(group), (doc) => {
    const row = addRow(doc, null);
    const action = readStrategy(doc)[0]!.actions[0]!.id;
    fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, 'Train judges');
    setContribution(doc, row, action, true);
  });
  const given = (await view()).groups[group]!.contributions[0]!;
  await edit(here, 'charter', (doc) => void drawContributions(doc, [{ ...given, groupId: group }]));
  return { group, given, id: (await items())[2]!.id };
}

test('CH22 an adopted item that is merged or split has to be voted on again, and the new part was never voted on', async () => {
  await adopt(item);
  const [, second] = await items();
  await adopt(second!.id);
  expect(await statuses()).toEqual(['adopted', 'adopted']);
  await edit(here, 'charter', (doc) => void mergeItems(doc, second!.id, item));
  expect(await statuses()).toEqual(['stale']);
  await edit(here, 'charter', (doc) => void splitItem(doc, item, 'We meet again in May.\n'.length));
  expect(await statuses()).toEqual(['adopted', 'draft']);
  await edit(here, 'charter', (doc) => void splitItem(doc, item, 'We meet'.length));
  expect(await statuses()).toEqual(['stale', 'draft', 'draft']);
});

test('CH23 CH45 everybody sees which contributions an item comes from, and what groups have changed in them since; of a group that keeps its strategy closed nothing is seen', async () => {
  const { group, given, id } = await drawOne();
  const place = { groupId: group, ...given.source };
  const since = async () => (await view()).reworded[id];
  const now = async () => (await view()).groups[group]!.contributions.map(({ text }) => text);
  expect((await items())[2]).toMatchObject({ sources: [place], text: 'Train judges' });
  expect(await since()).toBeUndefined();
  const change = (words: string) =>
    edit(here, groupDocument(group), (doc) => {
      const [row] = readStrategy(doc);
      reword(cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!, words);
    });
  await change('Train fifty judges');
  expect(await since()).toEqual([{ ...place, before: 'Train judges' }]);
  expect(await now()).toEqual(['Train fifty judges']);
  await here.facilitator.must('PATCH', `${here.at}/groups/${group}`, { keptClosed: true });
  expect(await since()).toBeUndefined();
  await here.facilitator.must('PATCH', `${here.at}/groups/${group}`, { keptClosed: false });
  await edit(here, 'charter', (doc) => {
    const drawn = readItems(doc)[2]!;
    noteSourceWords(doc, drawn.id, drawn.sources[0]!, 'Train fifty judges');
  });
  expect(await since()).toBeUndefined();
  await edit(here, groupDocument(group), (doc) => {
    const [row] = readStrategy(doc);
    setContribution(doc, row!.id, row!.actions[0]!.id, false);
  });
  expect(await since()).toEqual([{ ...place, before: 'Train fifty judges' }]);
  expect(await now()).toEqual([]);
});

test('LV40 A letter in a contribution that was drawn sends nothing of the charter, however many items there are', async () => {
  const { group, id } = await drawOne();
  const { live } = await hall.workshop(here.workshopId);
  await live.view();
  let told: LiveChange[] = [];
  const stop = live.follow((changes) => told.push(...changes));
  const write = async (words: string): Promise<string[]> => {
    told = [];
    await edit(here, groupDocument(group), (doc) => {
      const [row] = readStrategy(doc);
      reword(cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!, words);
    });
    await expect.poll(() => JSON.stringify(told)).toContain(words);
    return told.map((change) => ('key' in change ? `${change.part} ${change.key}` : change.part));
  };
  expect(await write('Train judges.')).toEqual([`groups ${group}`, `reworded ${id}`]);
  expect(await write('Train judges. A')).toEqual([`groups ${group}`]);
  expect(await write('Train judges. An')).toEqual([`groups ${group}`]);
  stop();
});
