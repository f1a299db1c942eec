import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StampedPaper } from '@board/shared/consensus/paper';
import type { VoteId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { addItem } from '@board/shared/model/charter';
import { limits } from '@board/shared/protocol/limits';
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

/** A secret vote in which the first person (or so many) blocks and the others agree. */
async function blocked(people = 4, blocks = 1, slotMinutes = 10): Promise<{ vote: VoteId; papers: StampedPaper[] }> {
  const all = [];
  for (let place = 0; place < people; place++) all.push(await come(here, `Person ${place}`));
  const vote = await openVote(here, { scope, slotMinutes });
  const papers: StampedPaper[] = [];
  for (const [place, person] of all.entries()) {
    const paper = await paperFor(person, here.at, vote);
    const says = place < blocks ? { position: 'block', reason: 'May is too early.' } : { position: 'agree' };
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

test('VO79 In a time for amendments that is opened again, or only after closing, a block is lifted as in the first', async () => {
  const { vote, papers } = await blocked(5, 2, 0);
  const closed = await close(vote);
  expect(closed.slotUntil).toBeNull();
  expect(closed.liftUntil).toBe(closed.result!.closedAt + limits.liftTime);
  const set = (minutes: number) => here.facilitator.must('PUT', at(vote, 'slot'), { minutes });
  const refused = (paper: StampedPaper) => nobody().refusal('POST', at(vote, 'lift'), { paper: paper.paper });
  expect(await refused(papers[0]!)).toBe('409 slot-over');
  await set(5);
  await lift(vote, papers[0]!);
  await set(0);
  expect((await view()).votes[vote]!.result).toMatchObject({ lifted: 1, outcome: 'not-adopted', tally: { block: 1 } });
  clock.forward(60);
  await hall.restart();
  await set(5);
  expect(await refused(papers[0]!)).toBe('409 no-block');
  await lift(vote, papers[1]!);
  await set(0);
  const { result, liftUntil } = (await view()).votes[vote]!;
  expect(result).toMatchObject({ lifted: 2, outcome: 'adopted', tally: { agree: 3, 'stand-aside': 2, block: 0 } });
  expect(liftUntil).toBeUndefined();
});

test('VO79 What is kept for that is gone a day after closing, when the words come to another vote, and when the workshop is closed', async () => {
  const first = (await blocked()).vote;
  await close(first);
  await here.facilitator.must('PUT', at(first, 'slot'), { minutes: 0 });
  expect(await marks()).toEqual([`lift/${first}`]);
  const second = (await blocked()).vote;
  expect(await marks()).toEqual([]);
  await close(second);
  await here.facilitator.must('PUT', at(second, 'slot'), { minutes: 0 });
  clock.forward(24 * 60 + 1);
  await expect.poll(marks).toEqual([]);
  const third = (await blocked()).vote;
  await close(third);
  await here.facilitator.must('PUT', at(third, 'slot'), { minutes: 0 });
  expect(await marks()).toEqual([`lift/${third}`]);
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'closed' });
  expect(await marks()).toEqual([]);
  expect((await view()).votes[third]).not.toHaveProperty('liftUntil');
});

test('VO79 In an open vote too, those who have lifted stand aside and the others can lift in the next such time', async () => {
  const people = [await come(here, 'Ana'), await come(here, 'Ben'), await come(here, 'Cai')];
  const vote = await openVote(here, { scope, secrecy: 'open' });
  for (const [place, person] of people.entries()) {
    const says = place < 2 ? { position: 'block', reason: `Reason ${place}` } : { position: 'agree' };
    await person.must('POST', at(vote, 'ballots'), says);
  }
  await close(vote);
  for (const person of people.slice(0, 2)) {
    await here.facilitator.must('PUT', at(vote, 'slot'), { minutes: 5 });
    await person.must('POST', at(vote, 'lift'), {});
    await here.facilitator.must('PUT', at(vote, 'slot'), { minutes: 0 });
  }
  expect((await view()).votes[vote]!.result).toMatchObject({
    outcome: 'adopted',
    lifted: 2,
    named: [
      { person: 'Ana', position: 'stand-aside' },
      { person: 'Ben', position: 'stand-aside' },
      { person: 'Cai', position: 'agree' },
    ],
  });
});

test('VO88 A block that was counted is not lifted again, although what is kept of it could not be written when the time was over', async () => {
  const { vote, papers } = await blocked(5, 2, 0);
  await close(vote);
  const set = (minutes: number) => here.facilitator.must('PUT', at(vote, 'slot'), { minutes });
  await set(5);
  await lift(vote, papers[0]!);
  hall.faults.sheets = true;
  await set(0);
  expect(await here.facilitator.refusal('PUT', at(vote, 'slot'), { minutes: 5 })).toBe('503 not-stored');
  expect((await view()).votes[vote]).toMatchObject({ slotUntil: null, result: { lifted: 1, tally: { block: 1 } } });
  hall.faults.sheets = false;
  await set(5);
  await hall.restart();
  await set(0);
  expect((await view()).votes[vote]!.result).toMatchObject({ lifted: 1, outcome: 'not-adopted', tally: { block: 1 } });
});

test('VO88 What could not be destroyed when the workshop was closed does not come back in a time that is opened later', async () => {
  const { vote, papers } = await blocked(5, 2, 10);
  await close(vote);
  await lift(vote, papers[0]!);
  const stage = (to: string, say: object = {}) =>
    here.facilitator.must('PUT', `${here.at}/stage`, { stage: to, ...say });
  const set = (minutes: number) => here.facilitator.must('PUT', at(vote, 'slot'), { minutes });
  await stage('closed', { endsSlots: true });
  hall.faults.sheets = true;
  clock.forward(11);
  await expect.poll(async () => (await view()).votes[vote]!.slotUntil).toBeNull();
  hall.faults.sheets = false;
  await stage('charter-adoption');
  await set(5);
  await hall.restart();
  await set(0);
  expect((await view()).votes[vote]!.result).toMatchObject({ lifted: 1, tally: { block: 1 } });
});

test('VO89 Where no marks are kept, as after a restore, nobody is promised that a block can be lifted, and the words can be amended all the same', async () => {
  const { vote, papers } = await blocked();
  await close(vote);
  expect((await view()).votes[vote]!.liftUntil).toBeDefined();
  await hall.stop();
  const database = new DatabaseSync(join(hall.folder, 'workshops', `${here.workshopId}.sqlite`));
  database.exec('DELETE FROM sheets');
  database.close();
  await hall.restart();
  expect((await view()).votes[vote]!.slotUntil).not.toBeNull();
  expect((await view()).votes[vote]).not.toHaveProperty('liftUntil');
  await here.facilitator.must('PUT', at(vote, 'slot'), { minutes: 0 });
  await here.facilitator.must('PUT', at(vote, 'slot'), { minutes: 5 });
  expect((await view()).votes[vote]!.slotUntil).not.toBeNull();
  expect((await view()).votes[vote]).not.toHaveProperty('liftUntil');
  const { paper } = papers[0]!;
  expect(await nobody().refusal('POST', at(vote, 'lift'), { paper })).toBe('409 slot-over');
});

test('VO90 A vote that cannot be opened ends no time for amendments', async () => {
  const { vote } = await blocked();
  const { slotUntil } = await close(vote);
  hall.faults.sheets = true;
  await expect(openVote(here, { scope })).rejects.toThrow('not-stored');
  hall.faults.sheets = false;
  expect((await view()).votes[vote]!.slotUntil).toBe(slotUntil);
  await openVote(here, { scope });
  expect((await view()).votes[vote]!.slotUntil).toBeNull();
});

/** The sheets in the workshop's file. */
async function marks(): Promise<string[]> {
  const database = new DatabaseSync(join(hall.folder, 'workshops', `${here.workshopId}.sqlite`), { readOnly: true });
  try {
    return database
      .prepare('SELECT name FROM sheets')
      .all()
      .map(({ name }) => String(name))
      .filter((name) => name.startsWith('lift/'));
  } finally {
    database.close();
  }
}
