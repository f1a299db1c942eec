import type { VoteId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { addItem } from '@board/shared/model/charter';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { Browser, come, edit, openVote, paperFor } from '../hall.fixture.ts';
import { close } from './votes.fixture.ts';

let scope: { kind: 'item'; itemId: ReturnType<typeof addItem> };
eachInItsWorkshop(() =>
  edit(here, 'charter', (doc) => {
    scope = { kind: 'item', itemId: addItem(doc, 'We meet again in May.') };
  }),
);

const at = (vote: VoteId, what: string) => `${here.at}/votes/${vote}/${what}`;
const lift = (vote: VoteId, paper: string) => new Browser(hall).must('POST', at(vote, 'lift'), { paper });
const endSlot = (vote: VoteId) => here.facilitator.must('PUT', at(vote, 'slot'), { minutes: 0 });

/** A secret vote that Ana has blocked, closed. */
async function blocked(): Promise<{ ana: Awaited<ReturnType<typeof come>>; closed: VoteView; paper: string }> {
  const ana = await come(here, 'Ana');
  const vote = await openVote(here, { scope, slotMinutes: 10 });
  const paper = await paperFor(ana, here.at, vote);
  await new Browser(hall).must('POST', at(vote, 'ballots'), { ...paper, position: 'block', reason: 'Not in May.' });
  return { ana, closed: await close(vote), paper: paper.paper };
}

test.each(['vote-opened', true] as const)(
  'VO90 A vote whose opening the log does not take ends no time for amendments, and what was lifted in it is lifted (%s)',
  async (fault) => {
    const { closed, paper } = await blocked();
    await lift(closed.id, paper);
    hall.faults.log = fault;
    await expect(openVote(here, { scope })).rejects.toThrow('not-stored');
    hall.faults.log = false;
    const { votes } = await view();
    expect(votes).toMatchObject({ [closed.id]: { slotUntil: closed.slotUntil, result: { tally: { block: 1 } } } });
    expect(Object.keys(votes)).toEqual([closed.id]);
    await openVote(here, { scope });
    expect((await view()).votes[closed.id]).toMatchObject({ slotUntil: null, result: { lifted: 1 } });
  },
);

test('VO92 A workshop whose sheets cannot be tidied at its opening is not damaged: it says that nothing can be saved now, and opens later', async () => {
  const { closed, paper } = await blocked();
  await lift(closed.id, paper);
  hall.faults.sheets = true;
  await endSlot(closed.id);
  await hall.restart();
  expect(await here.facilitator.refusal('GET', `${here.at}/me`)).toBe('503 not-stored');
  expect(await hall.workshops.find(here.workshopId)).toEqual({ ok: false, problem: 'not-stored' });
  expect(await new Browser(hall).refusal('GET', `/api/codes/${here.joinCode}`)).toBe('503 not-stored');
  expect(hall.journalLines.join()).not.toContain('workshop-damaged');
  hall.faults.sheets = false;
  expect((await view()).votes[closed.id]!.result).toMatchObject({ lifted: 1 });
});

test.each(['secret', 'open'] as const)(
  'VO93 whoever blocked lifts the block, also when made an observer since (%s vote)',
  async (secrecy) => {
    const ana = await come(here, 'Ana');
    const vote = await openVote(here, { scope, secrecy, slotMinutes: 10 });
    const paper = secrecy === 'secret' ? await paperFor(ana, here.at, vote) : null;
    const asks = paper ? new Browser(hall) : ana;
    await asks.must('POST', at(vote, 'ballots'), { ...paper, position: 'block', reason: 'Not in May.' });
    await close(vote);
    await here.facilitator.must('PATCH', `${here.at}/people/${ana.personId}`, { role: 'observer' });
    await asks.must('POST', at(vote, 'lift'), paper ? { paper: paper.paper } : {});
    await endSlot(vote);
    expect((await view()).votes[vote]!.result).toMatchObject({ lifted: 1, tally: { block: 0, 'stand-aside': 1 } });
  },
);
