import type { StampedPaper } from '@board/shared/consensus/paper';
import type { VoteId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { addItem } from '@board/shared/model/charter';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser, come, edit, type Gathering, gather, Hall, openVote, paperFor } from '../hall.fixture.ts';
import { HallClock } from '../hall-clock.fixture.ts';

let clock: HallClock;
let hall: Hall;
let here: Gathering;
let scope: { kind: 'item'; itemId: ReturnType<typeof addItem> };
beforeEach(async () => {
  clock = new HallClock();
  hall = await Hall.start({}, clock);
  here = await gather(hall);
  await edit(here, 'charter', (doc) => {
    scope = { kind: 'item', itemId: addItem(doc, 'We meet again in May.') };
  });
});
afterEach(() => hall.remove());

const at = (vote: VoteId, what: string) => `${here.at}/votes/${vote}/${what}`;
const nobody = () => new Browser(hall);
const close = (vote: VoteId) => here.facilitator.must<VoteView>('POST', at(vote, 'close'), {});
const view = async () => (await hall.workshop(here.workshopId)).live.view();
const lift = (vote: VoteId, { paper }: StampedPaper) => nobody().must('POST', at(vote, 'lift'), { paper });

/** A secret vote in which the first person blocks and the others agree. */
async function blocked(people = 4): Promise<{ vote: VoteId; papers: StampedPaper[] }> {
  const all = [];
  for (let place = 0; place < people; place++) all.push(await come(here, `Person ${place}`));
  const vote = await openVote(here, { scope, slotMinutes: 10 });
  const papers: StampedPaper[] = [];
  for (const [place, person] of all.entries()) {
    const paper = await paperFor(person, here.at, vote);
    const says = place === 0 ? { position: 'block', reason: 'May is too early.' } : { position: 'agree' };
    await nobody().must('POST', at(vote, 'ballots'), { ...paper, ...says });
    papers.push(paper);
  }
  return { vote, papers };
}

test('VO67 A block gives the item the minutes for amendments that were set at opening, seen by all; then they end by themselves', async () => {
  const { vote } = await blocked();
  expect((await view()).votes[vote]).toMatchObject({ slotUntil: null });
  const closed = await close(vote);
  expect(closed.slotUntil).toBe(closed.result!.closedAt + 10 * 60_000);
  expect((await view()).votes[vote]!.slotUntil).toBe(closed.slotUntil);
  clock.forward(9);
  expect((await view()).votes[vote]!.slotUntil).not.toBeNull();
  clock.forward(2);
  await expect.poll(async () => (await view()).votes[vote]!.slotUntil).toBeNull();
  expect((await view()).votes[vote]!.result).toEqual(closed.result);
});

test('VO67 The facilitator prolongs, ends or opens that time; nobody else does, and only where somebody blocked', async () => {
  const { vote } = await blocked();
  const set = (minutes: number) => here.facilitator.must('PUT', at(vote, 'slot'), { minutes });
  expect(await here.facilitator.refusal('PUT', at(vote, 'slot'), { minutes: 5 })).toBe('409 slot-over');
  await close(vote);
  const person = await come(here, 'Late');
  expect(await person.refusal('PUT', at(vote, 'slot'), { minutes: 0 })).toBe('403 facilitator-only');
  await set(30);
  expect((await view()).votes[vote]!.slotUntil).toBeGreaterThan(clock.now() + 29 * 60_000);
  await set(0);
  expect((await view()).votes[vote]!.slotUntil).toBeNull();
  await set(5);
  expect((await view()).votes[vote]!.slotUntil).not.toBeNull();
  const again = await openVote(here, { scope, slotMinutes: 10 });
  expect((await view()).votes[vote]!.slotUntil).toBeNull();
  expect((await close(again)).slotUntil).toBeNull();
  expect(await here.facilitator.refusal('PUT', at(again, 'slot'), { minutes: 5 })).toBe('409 no-block');
});

test('VO68 A block that is lifted stands aside when the time is over; until then nothing that anybody sees has changed', async () => {
  const { vote, papers } = await blocked();
  const closed = await close(vote);
  await lift(vote, papers[0]!);
  await lift(vote, papers[0]!);
  expect((await view()).votes[vote]).toEqual(closed);
  clock.forward(11);
  await expect.poll(async () => (await view()).votes[vote]!.slotUntil).toBeNull();
  expect((await view()).votes[vote]!.result).toMatchObject({
    outcome: 'adopted',
    lifted: 1,
    tally: { agree: 3, reservation: 0, 'stand-aside': 1, block: 0 },
    remarks: [{ position: 'stand-aside', text: 'May is too early.' }],
  });
  expect((await view()).charter.items[0]!.status).toBe('adopted');
  expect(await nobody().refusal('POST', at(vote, 'lift'), { paper: papers[0]!.paper })).toBe('409 slot-over');
});

test('VO68 Only a block is lifted, only by who holds its paper, and what was lifted is still lifted after a power cut', async () => {
  const { vote, papers } = await blocked();
  await close(vote);
  const refused = (paper: string) => nobody().refusal('POST', at(vote, 'lift'), { paper });
  expect(await refused(papers[1]!.paper)).toBe('409 no-block');
  expect(await refused('a'.repeat(64))).toBe('409 no-block');
  expect(await nobody().refusal('POST', at(vote, 'lift'), {})).toBe('400 bad-request paper');
  await lift(vote, papers[0]!);
  const later = await hall.afterPowerCut();
  clock.forward(11);
  const workshop = await later.workshop(here.workshopId);
  await expect.poll(async () => (await workshop.live.view()).votes[vote]!.result?.lifted).toBe(1);
  await later.remove();
});

test('VO68 In an open vote the one who blocked lifts it, and shows with the name at the end', async () => {
  const [ana, ben] = [await come(here, 'Ana'), await come(here, 'Ben')];
  const vote = await openVote(here, { scope, secrecy: 'open', slotMinutes: 10 });
  await ana.must('POST', at(vote, 'ballots'), { position: 'block', reason: 'Not in May.' });
  await ben.must('POST', at(vote, 'ballots'), { position: 'agree' });
  await close(vote);
  expect(await ben.refusal('POST', at(vote, 'lift'), {})).toBe('409 no-block');
  expect(await nobody().refusal('POST', at(vote, 'lift'), {})).toBe('401 not-joined');
  await ana.must('POST', at(vote, 'lift'), {});
  await here.facilitator.must('PUT', at(vote, 'slot'), { minutes: 0 });
  expect((await view()).votes[vote]!.result).toMatchObject({
    outcome: 'adopted',
    lifted: 1,
    named: [
      { person: 'Ana', position: 'stand-aside' },
      { person: 'Ben', position: 'agree' },
    ],
    remarks: [{ position: 'stand-aside', text: 'Not in May.', person: 'Ana' }],
  });
});

test('VO68 What cannot be stored is not lifted, and a result that cannot be stored comes at the next try', async () => {
  const { vote, papers } = await blocked();
  await close(vote);
  hall.faults.sheets = true;
  const { paper } = papers[0]!;
  expect(await nobody().refusal('POST', at(vote, 'lift'), { paper })).toBe('503 not-stored');
  hall.faults.sheets = false;
  await lift(vote, papers[0]!);
  hall.faults.log = true;
  expect(await here.facilitator.refusal('PUT', at(vote, 'slot'), { minutes: 0 })).toBe('503 not-stored');
  hall.faults.log = false;
  expect((await view()).votes[vote]!.slotUntil).not.toBeNull();
  await here.facilitator.must('PUT', at(vote, 'slot'), { minutes: 0 });
  expect((await view()).votes[vote]!.result?.lifted).toBe(1);
});
