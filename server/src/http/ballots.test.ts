import { coverNewPaper, uncover } from '@board/shared/consensus/paper';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { Browser, openVote, paperFor, voteSecretly } from '../hall.fixture.ts';
import { close, onItem, people, twoItems } from './votes.fixture.ts';

eachInItsWorkshop(twoItems);

test('VO3 A ballot that arrives after closing is not counted, and no paper is stamped any more', async () => {
  const [ana, ben] = await people(2);
  const vote = await openVote(here);
  await voteSecretly(ana!, here.at, vote, 'agree');
  const paper = await paperFor(ben!, here.at, vote);
  const { result } = await close(vote);
  const late = { ...paper, position: 'block', reason: 'Too fast.' };
  expect(await new Browser(hall).refusal('POST', `${here.at}/votes/${vote}/ballots`, late)).toBe('409 vote-closed');
  const { covered } = coverNewPaper();
  expect(await ben!.refusal('POST', `${here.at}/votes/${vote}/papers`, { covered })).toBe('409 vote-closed');
  expect((await view()).votes[vote]!.result).toEqual(result);
  expect(result!.tally).toEqual({ agree: 1, reservation: 0, 'stand-aside': 0, block: 0 });
});

test('VO7 One person gets one paper: the same cover gives the same stamp, also after a restart, another one is refused', async () => {
  const [ana] = await people(1);
  const vote = await openVote(here);
  const url = `${here.at}/votes/${vote}/papers`;
  const paper = coverNewPaper();
  const taps = await Promise.all([1, 2, 3].map(() => ana!.must('POST', url, { covered: paper.covered })));
  expect(new Set(taps.map((tap) => JSON.stringify(tap))).size).toBe(1);
  await hall.restart();
  expect(await ana!.must('POST', url, { covered: paper.covered })).toEqual(taps[0]);
  const other = coverNewPaper();
  expect(await ana!.refusal('POST', url, { covered: other.covered })).toBe('409 paper-already-collected');
  expect(await ana!.refusal('POST', url, { covered: 'f'.repeat(64) })).toBe('409 paper-already-collected');
});

test('VO8 Two covers sent at once by one person give one paper', async () => {
  const [ana] = await people(1);
  const vote = await openVote(here);
  const answers = await Promise.all(
    [coverNewPaper(), coverNewPaper()].map((paper) =>
      ana!.call('POST', `${here.at}/votes/${vote}/papers`, { covered: paper.covered }),
    ),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
});

test('VO9 Sending a ballot again, or another one on the same paper, leaves one ballot with the last position', async () => {
  const [ana, ben] = await people(2);
  const vote = await openVote(here);
  const url = `${here.at}/votes/${vote}/ballots`;
  const paper = await paperFor(ana!, here.at, vote);
  for (const position of ['agree', 'agree', 'stand-aside', 'agree']) {
    expect(await new Browser(hall).must('POST', url, { ...paper, position })).toEqual({ counted: true, position });
  }
  await hall.restart();
  await new Browser(hall).must('POST', url, { ...paper, position: 'reservation', reason: 'With a date.' });
  await voteSecretly(ben!, here.at, vote, 'agree');
  expect((await view()).votes[vote]!.turnout).toBe(2);
  const { turnout, result } = await close(vote);
  expect(turnout).toBe(2);
  expect(result).toMatchObject({
    outcome: 'adopted',
    tally: { agree: 1, reservation: 1, 'stand-aside': 0, block: 0 },
    remarks: [{ position: 'reservation', text: 'With a date.' }],
  });
  expect(result).not.toHaveProperty('named');
});

test('VO10 A position must be one of the four, and a block needs its reason', async () => {
  const [ana] = await people(1);
  const vote = await openVote(here);
  const paper = await paperFor(ana!, here.at, vote);
  const refusal = (ballot: object): Promise<string> =>
    new Browser(hall).refusal('POST', `${here.at}/votes/${vote}/ballots`, { ...paper, ...ballot });
  expect(await refusal({ position: 'maybe' })).toBe('400 position-not-offered position');
  expect(await refusal({ position: 'toString' })).toBe('400 position-not-offered position');
  expect(await refusal({ position: 'block' })).toBe('400 reason-needed reason');
  expect(await refusal({ position: 'block', reason: '  ' })).toBe('400 reason-needed reason');
  for (const length of [2_001, 100_000])
    expect(await refusal({ position: 'block', reason: 'x'.repeat(length) })).toBe('400 bad-request reason');
  expect((await close(vote)).turnout).toBe(0);
});

test('VO11 A paper that this vote has not stamped is refused, one of another vote too', async () => {
  const [ana] = await people(1);
  const first = await openVote(here, onItem());
  const paper = await paperFor(ana!, here.at, first);
  await close(first);
  const second = await openVote(here, onItem());
  const refusal = (ballot: object): Promise<string> =>
    new Browser(hall).refusal('POST', `${here.at}/votes/${second}/ballots`, { position: 'agree', ...ballot });
  expect(await refusal(paper)).toBe('403 paper-not-valid');
  expect(await refusal({ ...paper, stamp: 'a'.repeat(128) })).toBe('403 paper-not-valid');
  expect(await refusal({ paper: paper.paper })).toBe('400 bad-request stamp');
  expect(await refusal({})).toBe('400 bad-request paper');
  expect(await refusal({ ...paper, stamp: 'xyz' })).toBe('400 bad-request stamp');
});

test('VO12 Nothing leaves the server before closing but the turnout', async () => {
  const [ana, ben] = await people(2);
  const workshop = await hall.workshop(here.workshopId);
  const sent: string[] = [];
  workshop.live.follow((changes) => sent.push(JSON.stringify(changes)));
  const vote = await openVote(here);
  await voteSecretly(ana!, here.at, vote, 'block', 'A reason that nobody may see yet');
  await voteSecretly(ben!, here.at, vote, 'stand-aside', 'Another such reason');
  await expect.poll(async () => (await view()).votes[vote]!.turnout).toBe(2);
  await expect.poll(() => sent.join()).toContain('"turnout":2');
  const everything = [...sent, JSON.stringify(await view()), ...hall.journalLines].join('\n');
  expect(everything).not.toMatch(/nobody may see|Another such|"block"|"stand-aside"|"tally":\{/);
  const closed = await close(vote);
  expect(closed.result!.remarks).toEqual([
    { position: 'block', text: 'A reason that nobody may see yet' },
    { position: 'stand-aside', text: 'Another such reason' },
  ]);
});

test('VO13 In a secret vote the ballot’s session is not looked at: whose cookie comes with it changes nothing', async () => {
  const [ana, ben] = await people(2);
  const vote = await openVote(here);
  const paper = await paperFor(ana!, here.at, vote);
  await ben!.must('POST', `${here.at}/votes/${vote}/ballots`, { ...paper, position: 'agree' });
  expect((await close(vote)).turnout).toBe(1);
});

test('VO14 Requests for papers and ballots leave no line in the journal', async () => {
  const [ana] = await people(1);
  const vote = await openVote(here);
  hall.journalLines.length = 0;
  await voteSecretly(ana!, here.at, vote, 'agree');
  await new Browser(hall).refusal('POST', `${here.at}/votes/${vote}/ballots`, { position: 'agree' });
  expect(hall.journalLines).toEqual([]);
  await ana!.refusal('POST', `${here.at}/votes/${vote}/close`, {});
  expect(hall.journalLines.join()).toContain('/close');
});

test('VO15 A ballot or a paper that cannot be stored is not counted, and says so', async () => {
  const [ana, ben] = await people(2);
  const vote = await openVote(here);
  const paper = await paperFor(ana!, here.at, vote);
  const ballots = `${here.at}/votes/${vote}/ballots`;
  const covered = coverNewPaper();
  await new Browser(hall).must('POST', ballots, { ...paper, position: 'agree' });
  hall.faults.sheets = true;
  try {
    const change = { ...paper, position: 'block', reason: 'Lost.' };
    expect(await new Browser(hall).refusal('POST', ballots, change)).toBe('503 not-stored');
    const collect = { covered: covered.covered };
    expect(await ben!.refusal('POST', `${here.at}/votes/${vote}/papers`, collect)).toBe('503 not-stored');
  } finally {
    hall.faults.sheets = false;
  }
  const { stamped } = await ben!.must<{ stamped: string }>('POST', `${here.at}/votes/${vote}/papers`, {
    covered: covered.covered,
  });
  await new Browser(hall).must('POST', ballots, { ...uncover(covered, stamped), position: 'agree' });
  expect((await close(vote)).result!.tally).toEqual({ agree: 2, reservation: 0, 'stand-aside': 0, block: 0 });
});

test('VO70 Who stands aside may add one line, and no more', async () => {
  const [ana] = await people(1);
  const vote = await openVote(here, onItem());
  const paper = await paperFor(ana!, here.at, vote);
  const cast = { ...paper, position: 'stand-aside' };
  const url = `${here.at}/votes/${vote}/ballots`;
  expect(await new Browser(hall).refusal('POST', url, { ...cast, reason: 'x'.repeat(301) })).toBe(
    '400 bad-request reason',
  );
  await new Browser(hall).must('POST', url, { ...cast, reason: ' May is \n too early. ' });
  expect((await close(vote)).result!.remarks).toEqual([{ position: 'stand-aside', text: 'May is too early.' }]);
});
