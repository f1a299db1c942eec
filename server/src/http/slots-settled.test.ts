import type { CharterItemId, VoteId } from '@board/shared/ids';
import type { AdoptionRecord } from '@board/shared/live-view';
import { addItem } from '@board/shared/model/charter';
import { beforeEach, expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { Browser, come, edit, openVote, paperFor, voteSecretly } from '../hall.fixture.ts';
import { HallClock } from '../hall-clock.fixture.ts';
import { close, onItem } from './votes.fixture.ts';

let items: CharterItemId[];
let ana: Browser;
let ben: Browser;
const clock = new HallClock();
eachInItsWorkshop(async () => {
  await edit(here, 'charter', (doc) => {
    items = ['We meet again in May.', 'We publish the report.', 'We sing.'].map((text) => addItem(doc, text));
  });
  [ana, ben] = [await come(here, 'Ana'), await come(here, 'Ben')];
}, clock);

const at = (vote: VoteId, what: string) => `${here.at}/votes/${vote}/${what}`;
const lifting = (paper: string) => ({ paper });
const adopt = (leaveOut: CharterItemId[]) =>
  here.facilitator.must<AdoptionRecord>('POST', `${here.at}/charter/adopt`, { leaveOut });
const statuses = async () => (await view()).charter.items.map(({ status }) => status);
const closeWorkshop = () => here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'closed', endsSlots: true });

/** A secret vote that Ana has blocked and Ben not, closed; its time for amendments runs. */
async function blocked(set: object): Promise<{ vote: VoteId; paper: string; lift: () => Promise<unknown> }> {
  const vote = await openVote(here, { ...set, slotMinutes: 10 });
  const { paper, ...stamped } = await paperFor(ana, here.at, vote);
  const block = { paper, ...stamped, position: 'block', reason: 'Too dear.' };
  await new Browser(hall).must('POST', at(vote, 'ballots'), block);
  await voteSecretly(ben, here.at, vote, 'agree');
  await close(vote);
  return { vote, paper, lift: () => new Browser(hall).must('POST', at(vote, 'lift'), lifting(paper)) };
}

beforeEach(async () => {
  const vote = await openVote(here, onItem(items[0]));
  for (const person of [ana, ben]) await voteSecretly(person, here.at, vote, 'agree');
  await close(vote);
});

test('VO94 Adopting without an item ends its time for amendments: no block is lifted later, and what was left out stays so', async () => {
  const { vote, paper } = await blocked(onItem(items[1]));
  const record = await adopt([items[1]!, items[2]!]);
  expect((await view()).votes[vote]).toMatchObject({ slotUntil: null, result: { outcome: 'not-adopted' } });
  expect((await view()).votes[vote]).not.toHaveProperty('liftUntil');
  const refusal = await new Browser(hall).refusal('POST', at(vote, 'lift'), lifting(paper));
  expect(refusal).toBe('409 slot-over');
  clock.forward(11);
  await hall.restart();
  expect(await statuses()).toEqual(['adopted', 'not-adopted', 'draft']);
  expect((await view()).charter.adopted).toEqual(record);
});

test('VO95 When an item stands by the end of its time for amendments, nothing is adopted, and the facilitator is shown what would be left out now', async () => {
  const { vote, lift } = await blocked(onItem(items[1]));
  await lift();
  const leaveOut = [items[1], items[2]];
  const refusal = await here.facilitator.refusal('POST', `${here.at}/charter/adopt`, { leaveOut });
  expect(refusal).toBe('409 standing-changed');
  const { charter, votes } = await view();
  expect(charter.adopted).toBeNull();
  expect(votes[vote]).toMatchObject({ slotUntil: null, result: { outcome: 'adopted', lifted: 1 } });
  expect(await statuses()).toEqual(['adopted', 'adopted', 'draft']);
  const record = await adopt([items[2]!]);
  expect(record.votes).toMatchObject([{}, { id: vote, slotUntil: null, result: { lifted: 1 } }]);
});

test('VO95 What was named wrongly to be left out ends no time for amendments', async () => {
  const { vote } = await blocked(onItem(items[1]));
  const refusal = await here.facilitator.refusal('POST', `${here.at}/charter/adopt`, { leaveOut: [items[1]] });
  expect(refusal).toBe('409 standing-changed');
  expect((await view()).votes[vote]!.slotUntil).not.toBeNull();
});

test('VO95 When the whole passes by the end of its time for amendments, the whole is adopted and nothing left out', async () => {
  const { vote, lift } = await blocked({});
  await lift();
  const record = await adopt([items[1]!, items[2]!]);
  expect(record).toMatchObject({ items: [{}, {}, {}], votes: [{ id: vote, result: { lifted: 1 } }] });
  expect(record).not.toHaveProperty('leftOut');
  expect((await view()).charter.adopted).toEqual(record);
});

test('VO94 When the adoption cannot be stored, the time for amendments goes on, and what was lifted in it is lifted', async () => {
  const { vote, paper } = await blocked(onItem(items[1]));
  hall.faults.log = true;
  const leaveOut = [items[1], items[2]];
  const refusal = await here.facilitator.refusal('POST', `${here.at}/charter/adopt`, { leaveOut });
  expect(refusal).toBe('503 not-stored');
  hall.faults.log = false;
  expect((await view()).votes[vote]!.slotUntil).not.toBeNull();
  await new Browser(hall).must('POST', at(vote, 'lift'), lifting(paper));
});

test('VO94 Closing the workshop ends times for amendments: nothing is adopted by itself in a closed one', async () => {
  const { vote, paper } = await blocked({});
  await closeWorkshop();
  expect((await view()).votes[vote]!.slotUntil).toBeNull();
  const refusal = await new Browser(hall).refusal('POST', at(vote, 'lift'), lifting(paper));
  expect(refusal).toBe('403 workshop-closed');
  clock.forward(11);
  await hall.restart();
  expect((await view()).charter.adopted).toBeNull();
});

test('VO94 A whole charter whose last block was lifted is adopted with the closing, in one piece', async () => {
  const { vote, lift } = await blocked({});
  await lift();
  await closeWorkshop();
  expect(await view()).toMatchObject({
    stage: 'closed',
    charter: { adopted: { votes: [{ id: vote, result: { lifted: 1 } }] } },
    votes: { [vote]: { slotUntil: null } },
  });
});

test('VO99 Whoever closes the workshop must say that times for amendments end: else nothing happens, whether or not a block was lifted', async () => {
  const { vote, lift } = await blocked({});
  const refusal = () => here.facilitator.refusal('PUT', `${here.at}/stage`, { stage: 'closed' });
  expect(await refusal()).toBe('409 slots-running');
  await lift();
  expect(await refusal()).toBe('409 slots-running');
  expect(await view()).toMatchObject({ stage: 'lobby', charter: { adopted: null } });
  expect((await view()).votes[vote]!.slotUntil).not.toBeNull();
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'plenary' });
});
