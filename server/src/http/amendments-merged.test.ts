import { fingerprint } from '@board/shared/consensus/fingerprint';
import { type AmendmentId, newId } from '@board/shared/ids';
import type { AmendmentView } from '@board/shared/live-view';
import { type CharterPlace, charterText, itemFragment } from '@board/shared/model/charter';
import { mergeItems } from '@board/shared/model/charter-edits';
import { reword } from '@board/shared/model/plain-edit';
import { beforeEach, expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { type Browser, come, edit } from '../hall.fixture.ts';
import { item, twoItems } from './votes.fixture.ts';

/** Amendments to items that become one with others, and several of one person. */
eachInItsWorkshop(async () => {
  await twoItems();
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'charter-preparation' });
});

let ana: Browser;
let ben: Browser;
beforeEach(async () => {
  ana = await come(here, 'Ana', { groupId: here.groups[0]!.id });
  ben = await come(here, 'Ben');
});

const all = () => `${here.at}/amendments`;
const first = 'We meet again in May.';

async function propose(who: Browser, text: string, place: CharterPlace = item, stood = first): Promise<AmendmentId> {
  const id = newId<AmendmentId>();
  await who.must('POST', all(), { id, place, fingerprint: fingerprint(stood), text });
  return id;
}

const settle = (id: AmendmentId, how: string, command: object = {}): Promise<unknown> =>
  here.facilitator.must('POST', `${all()}/${id}/${how}`, command);

const seen = async (): Promise<Record<AmendmentId, AmendmentView>> => (await view()).amendments;

const wordsOf = async (place: CharterPlace = item): Promise<string> =>
  (await hall.workshop(here.workshopId)).rooms.read('charter', (doc) => charterText(doc, place) ?? '');

test('CH62 what was proposed for an item that is merged then is a proposal for the item that has its words', async () => {
  const other = (await view()).charter.items[1]!;
  const id = await propose(ana, 'We meet again in June.');
  const declined = await propose(ben, 'We never meet again.');
  await settle(declined, 'decline', { word: '' });
  await edit(here, 'charter', (doc) => mergeItems(doc, item, other.id));
  const together = `${other.text}\n${first}`;
  expect(await wordsOf(other.id)).toBe(together);
  expect((await seen())[id]).toMatchObject({
    place: other.id,
    before: together,
    text: `${other.text}\nWe meet again in June.`,
    stands: true,
  });
  expect((await seen())[declined]).toMatchObject({ place: other.id, text: 'We never meet again.' });
  await settle(id, 'take');
  expect(await wordsOf(other.id)).toBe(`${other.text}\nWe meet again in June.`);
  await settle(id, 'put-back');
  expect(await wordsOf(other.id)).toBe(together);
  // What the item itself was to be amended to stands as well: the words behind it are others.
  await edit(here, 'charter', (doc) => reword(itemFragment(doc, item)!, 'We meet in autumn.'));
  expect((await seen())[id]).toMatchObject({ place: other.id, text: 'We meet again in June.', stands: false });
  expect(await here.facilitator.refusal('POST', `${all()}/${id}/take`, {})).toBe('409 wording-changed');
  await settle(id, 'take', { byHand: true });
});

test('CH62 the words of an item are amended also when another was merged into it since, or when its merging is not seen yet', async () => {
  const other = (await view()).charter.items[1]!;
  const id = await propose(ana, 'We publish everything.', other.id, other.text);
  await edit(here, 'charter', (doc) => mergeItems(doc, item, other.id));
  const late = await propose(ben, 'We meet again in July.');
  await settle(id, 'take');
  await settle(late, 'take');
  expect(await wordsOf(other.id)).toBe('We publish everything.\nWe meet again in July.');
});

test('CH63 a person has one open proposal to a text also when an earlier one is put back, or two items became one', async () => {
  const other = (await view()).charter.items[1]!;
  const before = await propose(ana, 'We meet again in June.');
  await settle(before, 'decline', { word: '' });
  const after = await propose(ana, 'We meet again in July.');
  expect(await here.facilitator.refusal('POST', `${all()}/${before}/put-back`, {})).toBe('409 newer-amendment');
  await ana.must('DELETE', `${all()}/${after}`);
  await settle(before, 'put-back');
  await edit(here, 'charter', (doc) => mergeItems(doc, item, other.id));
  const whole = await propose(ana, 'All other words.', other.id, `${other.text}\n${first}`);
  expect(Object.keys(await seen())).toEqual([whole]);
});
