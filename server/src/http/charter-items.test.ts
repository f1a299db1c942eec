import { type CharterItemId, groupDocument } from '@board/shared/ids';
import type { CharterItemView } from '@board/shared/live-view';
import { drawContributions, readItems } from '@board/shared/model/charter';
import { mergeItems, noteSourceWords, splitItem } from '@board/shared/model/charter-edits';
import { reword } from '@board/shared/model/plain-edit';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, setContribution } from '@board/shared/model/strategy-edits';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, here, view } from '../gathering.fixture.ts';
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

test('CH23 everybody sees which groups have changed their own words since; of a group that keeps its strategy closed nothing is seen', async () => {
  const group = here.groups[0]!.id;
  await edit(here, groupDocument(group), (doc) => {
    const row = addRow(doc, null);
    const action = readStrategy(doc)[0]!.actions[0]!.id;
    fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, 'Train judges');
    setContribution(doc, row, action, true);
  });
  const [given] = (await view()).groups[group]!.contributions;
  await edit(here, 'charter', (doc) => void drawContributions(doc, [{ ...given!, groupId: group }]));
  const reworded = async () => (await items())[2]!.reworded;
  expect((await items())[2]).toMatchObject({ groups: [group], reworded: [], text: 'Train judges' });
  const change = (words: string) =>
    edit(here, groupDocument(group), (doc) => {
      const [row] = readStrategy(doc);
      reword(cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!, words);
    });
  await change('Train fifty judges');
  expect(await reworded()).toEqual([group]);
  await here.facilitator.must('PATCH', `${here.at}/groups/${group}`, { keptClosed: true });
  expect(await reworded()).toEqual([]);
  await here.facilitator.must('PATCH', `${here.at}/groups/${group}`, { keptClosed: false });
  await edit(here, 'charter', (doc) => {
    const drawn = readItems(doc)[2]!;
    noteSourceWords(doc, drawn.id, drawn.sources[0]!, 'Train fifty judges');
  });
  expect(await reworded()).toEqual([]);
  await edit(here, groupDocument(group), (doc) => {
    const [row] = readStrategy(doc);
    setContribution(doc, row!.id, row!.actions[0]!.id, false);
  });
  expect(await reworded()).toEqual([group]);
});
