import { fingerprint } from '@board/shared/consensus/fingerprint';
import type { CharterItemId, VoteId } from '@board/shared/ids';
import type { AdoptionRecord } from '@board/shared/live-view';
import { addItem, charterPart, itemFragment } from '@board/shared/model/charter';
import { fillFragment } from '@board/shared/model/read';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { come, edit, gather, openVote, voteSecretly } from '../hall.fixture.ts';
import { close } from './votes.fixture.ts';

let items: CharterItemId[];
let ana: Awaited<ReturnType<typeof come>>;
eachInItsWorkshop(async () => {
  await edit(here, 'charter', (doc) => {
    fillFragment(charterPart(doc, 'preamble'), 'We, who met here,');
    const source = { rowId: 'r', actionId: 'a' } as never;
    items = [
      addItem(doc, 'We meet again in May.', { groupId: here.groups[0]!.id, source }),
      addItem(doc, 'We publish the report.'),
    ];
  });
  ana = await come(here, 'Ana');
});

const voteOn = async (scope: Parameters<typeof openVote>[1], position: string): Promise<VoteId> => {
  const vote = await openVote(here, scope);
  await voteSecretly(ana, here.at, vote, position, 'Because.');
  await close(vote);
  return vote;
};
const onItem = (index: number) => ({ scope: { kind: 'item', itemId: items[index]! } }) as const;
const statuses = async () => (await view()).charter.items.map((item) => item.status);

test('CH10 A vote on the whole charter that adopts it writes the record at once, with the words as adopted', async () => {
  const vote = await voteOn({}, 'agree');
  await hall.restart();
  const { charter } = await view();
  expect(charter.adopted).toMatchObject({
    preamble: 'We, who met here,',
    items: [
      { text: 'We meet again in May.', groupName: 'Fair trial' },
      { text: 'We publish the report.', groupName: '' },
    ],
    closing: '',
    votes: [{ id: vote, rollSize: 1, turnout: 1, stale: false, result: { outcome: 'adopted' } }],
  });
  expect(charter.adopted!.fingerprint).toBe(charter.adopted!.votes[0]!.fingerprint);
  expect(charter.items.map((item) => item.status)).toEqual(['adopted', 'adopted']);
});

test('CH11 An adopted charter is read-only and is not voted on again', async () => {
  await voteOn({}, 'agree');
  const me = await here.facilitator.must<{ may: { write: string[] } }>('GET', `${here.at}/me`);
  expect(me.may.write).not.toContain('charter');
  const vote = { rule: 'consensus', quorum: { numerator: 1, denominator: 2 }, secrecy: 'secret', ...onItem(0) };
  expect(await here.facilitator.refusal('POST', `${here.at}/votes`, vote)).toBe('403 charter-adopted');
  expect(await here.facilitator.refusal('POST', `${here.at}/charter/adopt`, {})).toBe('403 charter-adopted');
});

test('CH12 A vote on the whole charter adopts nothing when the wording has changed meanwhile, or when it fails', async () => {
  await voteOn({}, 'block');
  expect((await view()).charter.adopted).toBeNull();
  const vote = await openVote(here);
  await voteSecretly(ana, here.at, vote, 'agree');
  await edit(here, 'charter', (doc) => addItem(doc, 'One more.'));
  await close(vote);
  expect((await view()).charter.adopted).toBeNull();
  expect((await view()).votes[vote]).toMatchObject({ stale: true, result: { outcome: 'adopted' } });
});

test('CH13 Item by item, the charter is adopted only when every item stands adopted on its present words', async () => {
  const refusal = (): Promise<string> => here.facilitator.refusal('POST', `${here.at}/charter/adopt`, {});
  expect(await statuses()).toEqual(['draft', 'draft']);
  const first = await voteOn(onItem(0), 'agree');
  expect(await statuses()).toEqual(['adopted', 'draft']);
  expect(await refusal()).toBe('409 items-not-adopted');
  await voteOn(onItem(1), 'block');
  expect(await statuses()).toEqual(['adopted', 'not-adopted']);
  expect(await refusal()).toBe('409 items-not-adopted');
  const second = await voteOn(onItem(1), 'agree');
  await edit(here, 'charter', (doc) => fillFragment(itemFragment(doc, items[0]!)!, 'In the capital.'));
  expect(await statuses()).toEqual(['stale', 'adopted']);
  expect(await refusal()).toBe('409 items-not-adopted');
  const again = await voteOn(onItem(0), 'agree');
  expect(again).not.toBe(first);
  expect(await ana.refusal('POST', `${here.at}/charter/adopt`, {})).toBe('403 facilitator-only');
  const record = await here.facilitator.must<AdoptionRecord>('POST', `${here.at}/charter/adopt`, {});
  expect(record.votes.map((vote) => vote.id)).toEqual([again, second]);
  expect(record.items[0]!.text).toBe('In the capital.\nWe meet again in May.');
  expect((await view()).charter.adopted).toEqual(record);
});

test('CH14 An open vote keeps the charter from being adopted item by item', async () => {
  await voteOn(onItem(0), 'agree');
  await voteOn(onItem(1), 'agree');
  await openVote(here, onItem(1));
  expect(await here.facilitator.refusal('POST', `${here.at}/charter/adopt`, {})).toBe('409 items-not-adopted');
});

test('CH46 A block on the whole charter leaves items as they stand: adopted item by item, the record names that round with its block', async () => {
  const each = [await voteOn(onItem(0), 'agree'), await voteOn(onItem(1), 'agree')];
  const whole = await voteOn({}, 'block');
  expect(await statuses()).toEqual(['adopted', 'adopted']);
  const record = await here.facilitator.must<AdoptionRecord>('POST', `${here.at}/charter/adopt`, {});
  expect(record.votes.map((vote) => vote.id)).toEqual(each);
  expect(record.rounds).toEqual([...each, whole]);
  expect((await view()).votes[whole]!.result).toMatchObject({ outcome: 'not-adopted', tally: { block: 1 } });
});

test('CH47 After a blocked vote on the whole the hall decides item by item, and the charter is adopted without what does not stand, which the record names', async () => {
  await edit(here, 'charter', (doc) => addItem(doc, 'We sing.'));
  const unasked = (await view()).charter.items[2]!.id;
  await voteOn({}, 'block');
  const adopting = await voteOn(onItem(0), 'agree');
  await voteOn(onItem(1), 'block');
  const refusal = (leaveOut: readonly (CharterItemId | undefined)[]): Promise<string> =>
    here.facilitator.refusal('POST', `${here.at}/charter/adopt`, { leaveOut });
  expect(await refusal([])).toBe('409 items-not-adopted');
  for (const seen of [[items[1]], [items[0], items[1]], [...items, unasked], [items[1], unasked, items[0]]])
    expect(await refusal(seen)).toBe('409 standing-changed');
  const record = await here.facilitator.must<AdoptionRecord>('POST', `${here.at}/charter/adopt`, {
    leaveOut: [unasked, items[1]],
  });
  const fingerprintOf = (text: string) => ({ text, fingerprint: fingerprint(text) });
  expect(record).toMatchObject({
    items: [{ id: items[0], ...fingerprintOf('We meet again in May.') }],
    leftOut: [
      { id: items[1], ...fingerprintOf('We publish the report.'), groupName: '', standing: 'not-adopted' },
      { id: unasked, ...fingerprintOf('We sing.'), standing: 'draft' },
    ],
    votes: [{ id: adopting }],
    fingerprint: fingerprint('We, who met here,\n\n1. We meet again in May.'),
  });
  expect(record.rounds).toHaveLength(3);
  await hall.restart();
  expect((await view()).charter.adopted).toEqual(record);
  expect(await statuses()).toEqual(['adopted', 'not-adopted', 'draft']);
});

test('CH47 A charter of which nothing stands is not adopted without everything', async () => {
  const refusal = here.facilitator.refusal('POST', `${here.at}/charter/adopt`, { leaveOut: items });
  expect(await refusal).toBe('409 items-not-adopted');
});

test('CH15 A charter without items is not adopted', async () => {
  const bare = await gather(hall);
  expect(await bare.facilitator.refusal('POST', `${bare.at}/charter/adopt`, {})).toBe('409 nothing-to-vote-on');
});

test('CH16 A new wording of an item that was not adopted is a draft again', async () => {
  await voteOn(onItem(0), 'block');
  await edit(here, 'charter', (doc) => fillFragment(itemFragment(doc, items[0]!)!, 'If all agree.'));
  expect(await statuses()).toEqual(['draft', 'draft']);
});

test('VO66 Further rounds keep the earlier ones, and the record of an adoption by one vote on the whole names them all', async () => {
  const first = await voteOn(onItem(0), 'block');
  await edit(here, 'charter', (doc) => fillFragment(itemFragment(doc, items[0]!)!, 'We meet again in June.'));
  const second = await voteOn(onItem(0), 'stand-aside');
  const whole = await voteOn({}, 'agree');
  await hall.restart();
  const { charter, votes } = await view();
  expect(charter.adopted).toMatchObject({
    rounds: [first, second, whole],
    votes: [{ id: whole }],
    items: [{ id: items[0], text: votes[second]!.words, fingerprint: votes[second]!.fingerprint }, { id: items[1] }],
    roll: { groups: [{ groupId: null, people: 1, byHand: 0 }], organisations: [] },
  });
  expect(votes[first]).toMatchObject({
    words: 'We meet again in May.',
    result: { tally: { block: 1 }, remarks: [{ position: 'block', text: 'Because.' }] },
  });
  expect(votes[second]!.result!.remarks).toEqual([{ position: 'stand-aside', text: 'Because.' }]);
});
