import { randomBytes } from 'node:crypto';
import type { CharterItemId, VoteId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { addItem, itemFragment } from '@board/shared/model/charter';
import { fillFragment } from '@board/shared/model/read';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { Browser, come, edit, openVote, paperFor } from '../hall.fixture.ts';
import { HallClock } from '../hall-clock.fixture.ts';
import { close } from './votes.fixture.ts';

let item: CharterItemId;
const clock = new HallClock();
eachInItsWorkshop(
  () =>
    edit(here, 'charter', (doc) => {
      item = addItem(doc, 'We meet again in May.');
      addItem(doc, 'We publish the report.');
    }),
  clock,
);

const at = (vote: VoteId, what: string) => `${here.at}/votes/${vote}/${what}`;
const lift = (vote: VoteId, paper: string) => new Browser(hall).must('POST', at(vote, 'lift'), { paper });
const endSlot = (vote: VoteId) => here.facilitator.must('PUT', at(vote, 'slot'), { minutes: 0 });
const result = async (vote: VoteId) => (await view()).votes[vote]!.result;

/** A secret vote on the whole charter, closed: Ana blocks, Ben agrees. */
async function blocked(): Promise<{ vote: VoteId; paper: string; closed: VoteView }> {
  const [ana, ben] = [await come(here, 'Ana'), await come(here, 'Ben')];
  const vote = await openVote(here, { slotMinutes: 10 });
  const [block, agree] = [await paperFor(ana, here.at, vote), await paperFor(ben, here.at, vote)];
  await new Browser(hall).must('POST', at(vote, 'ballots'), { ...block, position: 'block', reason: 'Not in May.' });
  await new Browser(hall).must('POST', at(vote, 'ballots'), { ...agree, position: 'agree' });
  return { vote, paper: block.paper, closed: await close(vote) };
}

test('VO76 A block on the whole charter gives time for amendments to all of it; lifted, it is adopted when that time is over, at once with its record', async () => {
  const { vote, paper, closed } = await blocked();
  expect(closed.slotUntil).toBe(closed.result!.closedAt + 10 * 60_000);
  await lift(vote, paper);
  expect((await view()).charter.adopted).toBeNull();
  expect((await view()).votes[vote]).toEqual(closed);
  clock.forward(11);
  await expect.poll(async () => (await view()).charter.adopted).not.toBeNull();
  const { charter, votes } = await view();
  expect(votes[vote]).toMatchObject({ slotUntil: null, result: { outcome: 'adopted', lifted: 1 } });
  expect(charter.adopted).toMatchObject({
    items: [{ text: 'We meet again in May.' }, { text: 'We publish the report.' }],
    votes: [{ id: vote, slotUntil: null, result: { outcome: 'adopted', lifted: 1, tally: { block: 0 } } }],
    rounds: [vote],
  });
  expect(charter.adopted!.fingerprint).toBe(votes[vote]!.fingerprint);
  await hall.restart();
  expect((await view()).charter.adopted).toEqual(charter.adopted);
});

test('VO76 Words that changed in that time are not adopted by a block that is lifted: the hall is asked again', async () => {
  const { vote, paper } = await blocked();
  await edit(here, 'charter', (doc) => fillFragment(itemFragment(doc, item)!, 'We meet again in June.'));
  await lift(vote, paper);
  await endSlot(vote);
  expect(await result(vote)).toMatchObject({ outcome: 'adopted', lifted: 1 });
  expect(await view()).toMatchObject({ charter: { adopted: null }, votes: { [vote]: { stale: true } } });
  await openVote(here);
});

test('VO76 Any other vote ends the time for amendments to the whole charter, and none is opened when its last block was lifted', async () => {
  const first = await blocked();
  const onItem = await openVote(here, { scope: { kind: 'item', itemId: item } });
  expect((await view()).votes[first.vote]!.slotUntil).toBeNull();
  expect(await here.facilitator.refusal('PUT', at(first.vote, 'slot'), { minutes: 5 })).toBe('409 no-block');
  await close(onItem);
  const second = await blocked();
  await lift(second.vote, second.paper);
  await expect(openVote(here)).rejects.toThrow('charter-adopted');
  expect((await view()).charter.adopted).toMatchObject({ votes: [{ id: second.vote }] });
});

test('VO76 When the adoption cannot be stored nothing of it has happened, and it comes at the next try', async () => {
  const { vote, paper } = await blocked();
  await lift(vote, paper);
  hall.faults.log = true;
  expect(await here.facilitator.refusal('PUT', at(vote, 'slot'), { minutes: 0 })).toBe('503 not-stored');
  hall.faults.log = false;
  expect(await view()).toMatchObject({
    charter: { adopted: null },
    votes: { [vote]: { result: { tally: { block: 1 } } } },
  });
  await endSlot(vote);
  expect((await view()).charter.adopted).not.toBeNull();
});

test('VO76 After a power cut in that time what was lifted is lifted, and the charter is adopted when it is over', async () => {
  const { vote, paper } = await blocked();
  await lift(vote, paper);
  const later = await hall.afterPowerCut();
  clock.forward(11);
  await expect.poll(async () => (await view(later)).charter.adopted).not.toBeNull();
  expect((await view(later)).charter.adopted).toMatchObject({ votes: [{ id: vote, result: { lifted: 1 } }] });
  await later.remove();
});

const enter = (vote: VoteId, body: object) => here.facilitator.must('PUT', at(vote, 'hand'), body);

test('VO77 The block of a paper ballot is lifted under its number, without anybody knowing that it was one of paper', async () => {
  await come(here, 'Ana');
  const vote = await openVote(here, { slotMinutes: 10, withoutPhone: [{ groupId: null, people: 2 }] });
  const [block, agree] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
  const ballots = [
    { paper: block, position: 'block', reason: 'No.' },
    { paper: agree, position: 'agree' },
  ];
  await enter(vote, { ballots });
  const closed = await close(vote);
  await lift(vote, block);
  expect(await new Browser(hall).refusal('POST', at(vote, 'lift'), { paper: agree })).toBe('409 no-block');
  expect((await view()).votes[vote]).toEqual(closed);
  await endSlot(vote);
  expect(await result(vote)).toMatchObject({
    lifted: 1,
    tally: { agree: 1, 'stand-aside': 1, block: 0 },
    remarks: [{ position: 'stand-aside', text: 'No.' }],
  });
});

test('VO77 In an open vote a facilitator lifts blocks of raised hands, so many of a group in all, and nobody else does', async () => {
  const ben = await come(here, 'Ben');
  const group = here.groups[0]!.id;
  const vote = await openVote(here, {
    ...{ secrecy: 'open', slotMinutes: 10 },
    withoutPhone: [
      { groupId: group, people: 3 },
      { groupId: null, people: 1 },
    ],
  });
  const tally = { agree: 0, reservation: 0, 'stand-aside': 0, block: 0 };
  await ben.must('POST', at(vote, 'ballots'), { position: 'agree' });
  const remarks = [{ position: 'block', text: 'Too soon.' }];
  await enter(vote, { groupId: group, tally: { ...tally, agree: 1, block: 2 }, remarks });
  await enter(vote, { groupId: null, tally: { ...tally, agree: 1 } });
  await close(vote);
  const raised = (groupId: string | null, count: number) => ({ hands: { groupId, count } });
  const refused = (who: Browser, body: object) => who.refusal('POST', at(vote, 'lift'), body);
  expect(await refused(ben, raised(group, 1))).toBe('403 facilitator-only');
  expect(await refused(here.facilitator, raised(group, 3))).toBe('409 no-block');
  expect(await refused(here.facilitator, raised(null, 1))).toBe('409 no-block');
  await here.facilitator.must('POST', at(vote, 'lift'), raised(group, 1));
  await here.facilitator.must('POST', at(vote, 'lift'), raised(group, 1));
  await endSlot(vote);
  expect(await result(vote)).toMatchObject({ lifted: 1, remarks: [{ position: 'block', text: 'Too soon.' }] });
  await here.facilitator.must('PUT', at(vote, 'slot'), { minutes: 5 });
});

test('VO77 When all blocks of raised hands are lifted, their reasons are those of standing aside', async () => {
  await come(here, 'Ben');
  const group = here.groups[0]!.id;
  const vote = await openVote(here, {
    secrecy: 'open',
    slotMinutes: 10,
    withoutPhone: [{ groupId: group, people: 2 }],
  });
  const tally = { agree: 0, reservation: 0, 'stand-aside': 0, block: 2 };
  await enter(vote, { groupId: group, tally, remarks: [{ position: 'block', text: 'Too soon.' }] });
  await close(vote);
  await here.facilitator.must('POST', at(vote, 'lift'), { hands: { groupId: group, count: 2 } });
  await endSlot(vote);
  expect(await result(vote)).toMatchObject({
    lifted: 2,
    remarks: [{ position: 'stand-aside', text: 'Too soon.' }],
    hands: [{ groupId: group, tally: { 'stand-aside': 2, block: 0 } }],
  });
});

test('VO91 In an open vote a reason moves with the block of the one who gave it, also when two people have one name', async () => {
  const people = [await come(here, 'Ana'), await come(here, 'Ana'), await come(here, 'Cai')];
  const vote = await openVote(here, { scope: { kind: 'item', itemId: item }, secrecy: 'open', slotMinutes: 5 });
  const reasons = ['The first reason.', 'The second reason.', 'The third reason.'];
  for (const [place, person] of people.entries())
    await person.must('POST', at(vote, 'ballots'), { position: 'block', reason: reasons[place] });
  await close(vote);
  const after = async (person: Browser) => {
    await person.must('POST', at(vote, 'lift'), {});
    await here.facilitator.must('PUT', at(vote, 'slot'), { minutes: 0 });
    await here.facilitator.must('PUT', at(vote, 'slot'), { minutes: 5 });
    const { tally, remarks } = (await view()).votes[vote]!.result!;
    return [tally.block, remarks.flatMap(({ position, text }) => (position === 'block' ? text : []))];
  };
  expect(await after(people[1]!)).toEqual([2, ['The first reason.', 'The third reason.']]);
  await hall.restart();
  expect(await after(people[0]!)).toEqual([1, ['The third reason.']]);
});

test('VO117 In one result a person has one name, the one at closing, also when somebody is renamed before the lift counts', async () => {
  const [ana, ben] = [await come(here, 'Ana'), await come(here, 'Ben')];
  const vote = await openVote(here, { scope: { kind: 'item', itemId: item }, secrecy: 'open', slotMinutes: 5 });
  await ana.must('POST', at(vote, 'ballots'), { position: 'block', reason: 'Not in May.' });
  await ben.must('POST', at(vote, 'ballots'), { position: 'stand-aside', reason: 'I am away then.' });
  await close(vote);
  for (const one of [ana, ben]) await one.must('PATCH', `${here.at}/me`, { name: 'Somebody' });
  await ana.must('POST', at(vote, 'lift'), {});
  await hall.restart();
  await endSlot(vote);
  expect(await result(vote)).toMatchObject({
    lifted: 1,
    named: [
      { person: 'Ana', position: 'stand-aside' },
      { person: 'Ben', position: 'stand-aside' },
    ],
    remarks: [
      { person: 'Ben', position: 'stand-aside' },
      { person: 'Ana', position: 'stand-aside' },
    ],
  });
});
