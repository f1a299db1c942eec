import { coverNewPaper } from '@board/shared/consensus/paper';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, here, view } from '../gathering.fixture.ts';
import { openVote, paperFor } from '../hall.fixture.ts';
import { close, people, twoItems } from './votes.fixture.ts';

eachInItsWorkshop(twoItems);

test('VO100 A named ballot of a page that takes this browser for somebody else is not counted, nor is a block lifted', async () => {
  const [ana, ben] = await people(2);
  const vote = await openVote(here, { secrecy: 'open', slotMinutes: 5 });
  const at = `${here.at}/votes/${vote}`;
  const of = (person: typeof ana) => ({ by: person!.personId });
  const agree = { position: 'agree', ...of(ana) };
  expect(await ben!.refusal('POST', `${at}/ballots`, agree)).toBe('403 other-person');
  expect((await view()).votes[vote]!.turnout).toBe(0);
  await ana!.must('POST', `${at}/ballots`, agree);
  await ben!.must('POST', `${at}/ballots`, { position: 'block', reason: 'No.', ...of(ben) });
  await close(vote);
  expect(await ben!.refusal('POST', `${at}/lift`, of(ana))).toBe('403 other-person');
  await ben!.must('POST', `${at}/lift`, of(ben));
});

test('VO100 Nobody’s paper is collected by the page of the person before, and a paper carries no name', async () => {
  const [ana, ben] = await people(2);
  const vote = await openVote(here);
  const at = `${here.at}/votes/${vote}`;
  const { covered } = coverNewPaper();
  expect(await ben!.refusal('POST', `${at}/papers`, { covered, by: ana!.personId })).toBe('403 other-person');
  const paper = await paperFor(ben!, here.at, vote);
  const named = { ...paper, position: 'agree', by: ben!.personId };
  expect(await ben!.refusal('POST', `${at}/ballots`, named)).toBe('400 bad-request by');
  expect(await ben!.refusal('POST', `${at}/lift`, { paper: paper.paper, by: ben!.personId })).toBe(
    '400 bad-request by',
  );
  expect((await view()).votes[vote]!.turnout).toBe(0);
});
