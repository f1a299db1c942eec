import type { AmendmentAuthors } from '@board/shared/commands-charter';
import { fingerprint } from '@board/shared/consensus/fingerprint';
import { type AmendmentId, newId } from '@board/shared/ids';
import type { AmendmentView } from '@board/shared/live-view';
import { type CharterPlace, charterPart, charterText, itemFragment, removeItem } from '@board/shared/model/charter';
import { reword } from '@board/shared/model/plain-edit';
import { fillFragment } from '@board/shared/model/read';
import { limits } from '@board/shared/protocol/limits';
import { beforeEach, expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { type Browser, come, edit, openVote, voteSecretly } from '../hall.fixture.ts';
import { item, onItem, twoItems } from './votes.fixture.ts';

eachInItsWorkshop(async () => {
  await twoItems();
  await edit(here, 'charter', (doc) => fillFragment(charterPart(doc, 'preamble'), 'We, who met,'));
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'charter-preparation' });
});

let ana: Awaited<ReturnType<typeof come>>;
let ben: Awaited<ReturnType<typeof come>>;
beforeEach(async () => {
  ana = await come(here, 'Ana', { groupId: here.groups[0]!.id });
  ben = await come(here, 'Ben');
});

const all = () => `${here.at}/amendments`;
const first = 'We meet again in May.';

function body(text: string, place: CharterPlace = item, stood = first) {
  return { id: newId<AmendmentId>(), place, fingerprint: fingerprint(stood), text };
}

async function propose(who: Browser, ...words: Parameters<typeof body>): Promise<AmendmentId> {
  const command = body(...words);
  await who.must('POST', all(), command);
  return command.id;
}

const settle = (id: AmendmentId, how: string, command: object = {}): Promise<unknown> =>
  here.facilitator.must('POST', `${all()}/${id}/${how}`, command);

const seen = async (): Promise<Record<AmendmentId, AmendmentView>> => (await view()).amendments;

const wordsOf = async (place: CharterPlace = item): Promise<string> =>
  (await hall.workshop(here.workshopId)).rooms.read('charter', (doc) => charterText(doc, place) ?? '');

test('CH31 an amendment is for the words that stand, and outlasts a restart', async () => {
  const id = await propose(ana, ' We meet again in June. \n\n ');
  await propose(ben, 'We, who met in the hall,', 'preamble', 'We, who met,');
  await hall.restart();
  const all = await seen();
  expect(Object.keys(all)).toHaveLength(2);
  expect(all[id]).toMatchObject({
    place: item,
    before: first,
    text: 'We meet again in June.',
    stands: true,
    shown: false,
    settled: null,
  });
  expect(await ben.refusal('POST', `${here.at}/amendments`, body('Other', item, 'What stood earlier'))).toBe(
    '409 wording-changed',
  );
  expect(await ben.refusal('POST', `${here.at}/amendments`, body('Other', newId()))).toBe('404 unknown-item place');
  expect(await ben.refusal('POST', `${here.at}/amendments`, body(`${first} `))).toBe('400 same-words text');
});

test('CH31 the same amendment sent again is one; another of the same person to the same text replaces it', async () => {
  const command = body('We meet again in June.');
  await Promise.all([1, 2, 3].map(() => ana.must('POST', all(), command)));
  expect(Object.keys(await seen())).toEqual([command.id]);
  expect(await ben.refusal('POST', all(), command)).toBe('403 not-your-amendment');
  const other = await propose(ana, 'We meet again in July.');
  const bens = await propose(ben, 'We meet again in May or June.');
  expect(Object.keys(await seen()).sort()).toEqual([other, bens].sort());
});

test('CH32 a taken amendment is in the charter, and everybody sees that it was taken', async () => {
  const id = await propose(ana, 'We meet again in June, here.');
  await settle(id, 'take');
  expect(await wordsOf()).toBe('We meet again in June, here.');
  expect((await seen())[id]).toMatchObject({ settled: { how: 'taken', word: '', at: expect.any(Number) } });
  expect((await view()).charter.items[0]!.text).toBe('We meet again in June, here.');
  expect(await here.facilitator.refusal('POST', `${all()}/${id}/take`, {})).toBe('409 amendment-settled');
});

test('CH32 when the wording has changed meanwhile nothing is put in; what was written in by hand is noted as that', async () => {
  const id = await propose(ana, 'We meet again in June.');
  await edit(here, 'charter', (doc) => reword(itemFragment(doc, item)!, 'We meet again in autumn.'));
  expect((await seen())[id]!.stands).toBe(false);
  expect(await here.facilitator.refusal('POST', `${all()}/${id}/take`, {})).toBe('409 wording-changed');
  expect(await wordsOf()).toBe('We meet again in autumn.');
  expect((await seen())[id]!.settled).toBeNull();
  await settle(id, 'take', { byHand: true });
  expect(await wordsOf()).toBe('We meet again in autumn.');
  expect((await seen())[id]!.settled!.how).toBe('by-hand');
});

test('CH32 words that stand already are not put in twice; of an item that is gone nothing is taken', async () => {
  const [id, other] = [await propose(ana, 'We meet again in June.'), await propose(ben, 'We meet again in June.')];
  await settle(id, 'take');
  await settle(other, 'take');
  expect(await wordsOf()).toBe('We meet again in June.');
  const last = await propose(ana, 'Never', item, 'We meet again in June.');
  await edit(here, 'charter', (doc) => removeItem(doc, item));
  expect(await here.facilitator.refusal('POST', `${all()}/${last}/take`, {})).toBe('409 wording-changed');
  await settle(last, 'decline', { word: 'The item is gone.' });
});

test('CH33 a decision is taken back: words that were put in go out again, unless they were changed since', async () => {
  const id = await propose(ana, 'We meet again in June.');
  await settle(id, 'take');
  await settle(id, 'put-back');
  expect(await wordsOf()).toBe(first);
  expect((await seen())[id]).toMatchObject({ settled: null, stands: true });
  await settle(id, 'take');
  await edit(here, 'charter', (doc) => reword(itemFragment(doc, item)!, 'We meet again in June or July.'));
  expect(await here.facilitator.refusal('POST', `${all()}/${id}/put-back`, {})).toBe('409 wording-changed');
  const declined = await propose(ben, 'No.', item, 'We meet again in June or July.');
  await settle(declined, 'decline', { word: ' ' });
  await settle(declined, 'put-back');
  expect((await seen())[declined]!.settled).toBeNull();
});

test('CH34 what was declined is seen with the word; what was withdrawn is seen by nobody, after a restart too', async () => {
  const [id, other] = [await propose(ana, 'We meet again in June.'), await propose(ben, 'A slip')];
  await settle(id, 'decline', { word: ' May was agreed with the hosts. ' });
  await ben.must('DELETE', `${all()}/${other}`);
  await ben.must('DELETE', `${all()}/${other}`);
  await hall.restart();
  expect(await seen()).toEqual({
    [id]: expect.objectContaining({
      settled: { how: 'declined', word: 'May was agreed with the hosts.', at: expect.any(Number) },
    }),
  });
  expect(JSON.stringify(await view())).not.toContain('A slip');
  expect(await ana.refusal('DELETE', `${all()}/${id}`)).toBe('409 amendment-settled');
  for (const how of ['take', 'decline', 'put-back']) {
    const command = how === 'decline' ? { word: '' } : {};
    expect(await here.facilitator.refusal('POST', `${all()}/${other}/${how}`, command)).toBe('404 unknown-amendment');
  }
});

test('CH34 who proposed it is told to facilitators; everybody else is told of their own, and the live view of nobody', async () => {
  const [mine, bens] = [await propose(ana, 'We meet again in June.'), await propose(ben, 'We meet in Paris.')];
  const authors = async (who: Browser) => (await who.must<AmendmentAuthors>('GET', all())).authors;
  expect(await authors(here.facilitator)).toEqual([
    { id: mine, name: 'Ana', groupId: here.groups[0]!.id },
    { id: bens, name: 'Ben', groupId: null },
  ]);
  expect((await authors(ben)).map(({ id }) => id)).toEqual([bens]);
  expect(await authors(await come(here, 'Watcher', { role: 'observer' }))).toEqual([]);
  const told = JSON.stringify((await view()).amendments);
  expect(told).not.toContain('Ana');
  expect(told).not.toContain(ana.personId);
});

test('CH30 only facilitators settle and show, only members propose, and only while the charter is worded', async () => {
  const id = await propose(ana, 'We meet again in June.');
  for (const [method, path, command] of [
    ['POST', `/${id}/take`, {}],
    ['POST', `/${id}/decline`, { word: '' }],
    ['POST', `/${id}/put-back`, {}],
    ['PUT', '/shown', { id }],
  ] as const) {
    expect(await ben.refusal(method, all() + path, command)).toBe('403 facilitator-only');
  }
  expect(await ben.refusal('DELETE', `${all()}/${id}`)).toBe('403 not-your-amendment');
  expect(await here.facilitator.refusal('POST', all(), body('Mine'))).toBe('403 not-allowed');
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'plenary' });
  expect(await ben.refusal('POST', all(), body('Mine'))).toBe('403 amendments-not-open');
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'closed' });
  expect(await here.facilitator.refusal('POST', `${all()}/${id}/take`, {})).toBe('403 workshop-closed');
  expect(await ana.refusal('DELETE', `${all()}/${id}`)).toBe('403 workshop-closed');
  expect(await wordsOf()).toBe(first);
});

test('CH34 the hall looks at one amendment at a time, and no longer when it is settled', async () => {
  const [id, other] = [await propose(ana, 'We meet again in June.'), await propose(ben, 'We meet in Paris.')];
  const show = (one: AmendmentId | null) => here.facilitator.must('PUT', `${all()}/shown`, { id: one });
  const shown = async () =>
    Object.entries(await seen())
      .filter(([, one]) => one.shown)
      .map(([key]) => key);
  await show(id);
  await show(other);
  expect(await shown()).toEqual([other]);
  await settle(other, 'decline', { word: '' });
  expect(await shown()).toEqual([]);
  expect(await here.facilitator.refusal('PUT', `${all()}/shown`, { id: other })).toBe('409 amendment-settled');
  await show(id);
  await show(null);
  expect(await shown()).toEqual([]);
});

test('CH35 words have a length, a person and a workshop so many amendments, and the form is checked', async () => {
  const refused = (change: object): Promise<string> =>
    ana.refusal('POST', all(), { ...body('Other words'), ...change });
  expect(await refused({ text: '  ' })).toBe('400 bad-request text');
  expect(await refused({ text: 'x'.repeat(limits.amendmentText + 1) })).toBe('400 bad-request text');
  expect(await refused({ id: 'x' })).toBe('400 bad-request id');
  expect(await refused({ place: 'title' })).toBe('400 bad-request place');
  expect(await refused({ fingerprint: 'x' })).toBe('400 bad-request fingerprint');
  const id = await propose(ben, 'Other words');
  const long = { word: 'x'.repeat(limits.amendmentWord + 1) };
  expect(await here.facilitator.refusal('POST', `${all()}/${id}/decline`, long)).toBe('400 bad-request word');
  for (let count = 0; count < limits.amendmentsPerPerson; count += 1) await propose(ana, `Try ${count}`);
  expect(await ana.refusal('POST', all(), body('Once more'))).toBe('429 amendments-spent');
  await propose(ben, 'There is room for others');
  const workshop = await hall.workshop(here.workshopId);
  const crowd = Array.from({ length: limits.openAmendments - 2 }, () => newId<AmendmentId>());
  await workshop.decide(
    null,
    () => {},
    ...crowd.map(
      (amendmentId) =>
        ({ type: 'amendment-proposed', amendmentId, place: 'closing', before: '', text: 'More' }) as const,
    ),
  );
  expect(await ben.refusal('POST', all(), body('We met', 'preamble', 'We, who met,'))).toBe('403 list-full amendments');
  await settle(crowd[0]!, 'decline', { word: '' });
  await propose(ben, 'We met', 'preamble', 'We, who met,');
});

test('CH36 an amendment, or a decision about it, that cannot be stored is not there, and says so', async () => {
  const id = await propose(ana, 'We meet again in June.');
  hall.faults.log = true;
  expect(await ben.refusal('POST', all(), body('Lost'))).toBe('503 not-stored');
  expect(await here.facilitator.refusal('POST', `${all()}/${id}/decline`, { word: '' })).toBe('503 not-stored');
  expect(await here.facilitator.refusal('POST', `${all()}/${id}/take`, {})).toBe('503 not-stored');
  hall.faults.log = false;
  expect(Object.keys(await seen())).toEqual([id]);
  expect((await seen())[id]!.settled).toBeNull();
  // The room goes on trying; taken again, words that stand by then are not put in twice.
  await expect.poll(() => wordsOf(), { timeout: 60_000 }).toBe('We meet again in June.');
  await settle(id, 'take');
  expect(await wordsOf()).toBe('We meet again in June.');
  expect((await seen())[id]!.settled!.how).toBe('taken');
});

test('CH32 taking during a vote, or after it, makes the words stale or a draft, as any other edit does; an adopted charter takes none', async () => {
  const id = await propose(ana, 'We meet again in June.');
  const vote = await openVote(here, onItem());
  await settle(id, 'take');
  expect((await view()).votes[vote]!.stale).toBe(true);
  await here.facilitator.must('POST', `${here.at}/votes/${vote}/close`, {});
  expect((await view()).charter.items[0]!.status).toBe('draft');
  const late = await propose(ben, 'Too late', item, 'We meet again in June.');
  const whole = await openVote(here, { quorum: { numerator: 1, denominator: 1000 } });
  await voteSecretly(ana, here.at, whole, 'agree');
  await here.facilitator.must('POST', `${here.at}/votes/${whole}/close`, {});
  expect(await here.facilitator.refusal('POST', `${all()}/${late}/take`, {})).toBe('403 charter-adopted');
  expect(await ben.refusal('POST', all(), body('Later still'))).toBe('403 charter-adopted');
});
