import { coverNewPaper } from '@board/shared/consensus/paper';
import type { CharterItemId } from '@board/shared/ids';
import { addItem, itemFragment } from '@board/shared/model/charter';
import { fillFragment } from '@board/shared/model/read';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { Browser, come, edit, gather, openVote, paperFor, voteSecretly } from '../hall.fixture.ts';
import { close, item, onItem, people, twoItems } from './votes.fixture.ts';

eachInItsWorkshop(twoItems);

test('VO6 The roll is the members of the moment of opening, and stays so', async () => {
  const [ana] = await people(2);
  const screen = await come(here, 'Hall', { role: 'screen' });
  const vote = await openVote(here);
  const late = await come(here, 'Late');
  expect((await view()).votes[vote]).toMatchObject({ rollSize: 2, turnout: 0 });
  const { covered } = coverNewPaper();
  for (const one of [late, screen, here.facilitator]) {
    expect(await one.refusal('POST', `${here.at}/votes/${vote}/papers`, { covered })).toBe('403 not-on-roll');
  }
  expect(await new Browser(hall).refusal('POST', `${here.at}/votes/${vote}/papers`, { covered })).toBe(
    '401 not-joined',
  );
  await here.facilitator.must('DELETE', `${here.at}/people/${ana!.personId}`);
  expect(await ana!.refusal('POST', `${here.at}/votes/${vote}/papers`, { covered })).toBe('403 removed');
  expect((await close(vote)).rollSize).toBe(2);
});

test('VO16 An open vote names who took which position, one ballot a person, and says why', async () => {
  const [ana, ben, cai] = await people(3);
  const vote = await openVote(here, { secrecy: 'open' });
  const url = `${here.at}/votes/${vote}/ballots`;
  await ana!.must('POST', url, { position: 'agree' });
  await ana!.must('POST', url, { position: 'block', reason: 'Not like this.' });
  await ben!.must('POST', url, { position: 'agree', reason: 'Yes!' });
  const late = await come(here, 'Late');
  expect(await late.refusal('POST', url, { position: 'agree' })).toBe('403 not-on-roll');
  expect(await new Browser(hall).refusal('POST', url, { position: 'agree' })).toBe('401 not-joined');
  const paper = { paper: 'a'.repeat(64), stamp: 'a'.repeat(128), position: 'agree' };
  expect(await cai!.refusal('POST', url, paper)).toBe('400 bad-request paper');
  const collect = { covered: coverNewPaper().covered };
  expect(await cai!.refusal('POST', `${here.at}/votes/${vote}/papers`, collect)).toBe('400 bad-request secrecy');
  expect(JSON.stringify((await view()).votes[vote])).not.toContain('Not like this');
  await here.facilitator.must('DELETE', `${here.at}/people/${ben!.personId}`);
  expect((await close(vote)).result).toMatchObject({
    outcome: 'not-adopted',
    named: [
      { person: 'Person 0', position: 'block' },
      { person: 'Person 1', position: 'agree' },
    ],
    remarks: [{ position: 'block', text: 'Not like this.', person: 'Person 0' }],
  });
});

test('VO17 A vote opens on the words that the facilitator saw, on something, and once at a time', async () => {
  const [ana] = await people(1);
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'charter-adoption' });
  const refusal = (set: object): Promise<string> =>
    here.facilitator.refusal('POST', `${here.at}/votes`, {
      scope: { kind: 'charter' },
      rule: 'consensus',
      quorum: { numerator: 1, denominator: 2 },
      secrecy: 'secret',
      ...set,
    });
  expect(await refusal({ fingerprint: '0'.repeat(64) })).toBe('409 wording-changed');
  expect(await refusal({ scope: { kind: 'item', itemId: '222222222222' } })).toBe('404 unknown-item');
  expect(await refusal({ quorum: { numerator: 3, denominator: 2 } })).toBe('400 bad-request quorum');
  expect(await refusal({ rule: 'dice' })).toBe('400 bad-request rule');
  let empty!: CharterItemId;
  await edit(here, 'charter', (doc) => {
    empty = addItem(doc, '');
  });
  expect(await refusal(onItem(empty))).toBe('409 nothing-to-vote-on');
  const bare = await gather(hall);
  await bare.facilitator.must('PUT', `${bare.at}/stage`, { stage: 'charter-adoption' });
  expect(
    await bare.facilitator.refusal('POST', `${bare.at}/votes`, {
      scope: { kind: 'charter' },
      rule: 'consensus',
      quorum: { numerator: 1, denominator: 2 },
      secrecy: 'secret',
    }),
  ).toBe('409 nothing-to-vote-on');
  expect(await ana!.refusal('POST', `${here.at}/votes`, {})).toBe('400 bad-request scope');
  const open = await openVote(here, onItem());
  const { fingerprint } = (await view()).votes[open]!;
  expect(await refusal({ ...onItem(), fingerprint })).toBe('409 vote-already-open');
  expect(await refusal({})).toBe('409 vote-already-open');
  const twice = await Promise.all([1, 2].map(() => refusal({ scope: { kind: 'charter' } })));
  expect(twice).toEqual(['409 vote-already-open', '409 vote-already-open']);
});

test('VO18 Only facilitators open and close; a vote is closed once', async () => {
  const [ana] = await people(1);
  const vote = await openVote(here);
  const url = `${here.at}/votes/${vote}/close`;
  expect(await ana!.refusal('POST', url, {})).toBe('403 facilitator-only');
  const opening = { scope: { kind: 'charter' }, rule: 'consensus', quorum: { numerator: 1, denominator: 2 } };
  expect(await ana!.refusal('POST', `${here.at}/votes`, { ...opening, secrecy: 'open' })).toBe('403 facilitator-only');
  const both = await Promise.all([1, 2].map(() => here.facilitator.call('POST', url, {})));
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
  expect(await here.facilitator.refusal('POST', `${here.at}/votes/222222222222/close`, {})).toBe('404 unknown-vote');
  expect(await here.facilitator.refusal('POST', `${here.at}/votes/none/close`, {})).toBe('404 unknown-vote');
});

test('VO19 A change of wording during a vote marks it stale: it touches no ballot that is in, and lets no more in until the words are as before', async () => {
  const [ana, ben] = await people(2);
  const vote = await openVote(here, { ...onItem(), withoutPhone: [{ groupId: null, people: 1 }] });
  await voteSecretly(ana!, here.at, vote, 'agree');
  const paper = await paperFor(ben!, here.at, vote);
  await edit(here, 'charter', (doc) => fillFragment(itemFragment(doc, item)!, 'In the capital.'));
  const open = await view();
  expect(open.votes[vote]).toMatchObject({ stale: true, words: 'We meet again in May.' });
  expect(open.charter.items[0]).toMatchObject({ status: 'voting', voteId: vote });
  const cast = () =>
    new Browser(hall).refusal('POST', `${here.at}/votes/${vote}/ballots`, {
      ...paper,
      position: 'block',
      reason: 'No.',
    });
  expect(await cast()).toBe('409 vote-stale');
  const byHand = { ballots: [{ paper: 'a'.repeat(64), position: 'agree' }] };
  expect(await here.facilitator.refusal('PUT', `${here.at}/votes/${vote}/hand`, byHand)).toBe('409 vote-stale');
  expect((await view()).votes[vote]!.turnout).toBe(1);
  await edit(here, 'charter', (doc) => itemFragment(doc, item)!.delete(0, 1));
  await here.facilitator.must('PUT', `${here.at}/votes/${vote}/hand`, byHand);
  await edit(here, 'charter', (doc) => fillFragment(itemFragment(doc, item)!, 'In the capital.'));
  expect(await close(vote)).toMatchObject({ stale: true, turnout: 2, result: { outcome: 'adopted' } });
  expect((await view()).charter.items[0]).toMatchObject({ status: 'stale', voteId: vote });
});

test('VO40 A vote that cannot be closed goes on as if nothing had happened', async () => {
  const [ana, ben] = await people(2);
  const vote = await openVote(here);
  await voteSecretly(ana!, here.at, vote, 'agree');
  hall.faults.log = true;
  try {
    expect(await here.facilitator.refusal('POST', `${here.at}/votes/${vote}/close`, {})).toBe('503 not-stored');
  } finally {
    hall.faults.log = false;
  }
  await voteSecretly(ben!, here.at, vote, 'agree');
  expect((await close(vote)).turnout).toBe(2);
});

test('VO41 A vote that cannot be opened leaves nothing behind', async () => {
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'charter-adoption' });
  hall.faults.log = true;
  const vote = { scope: { kind: 'charter' }, rule: 'consensus', quorum: { numerator: 1, denominator: 2 } };
  try {
    const refusal = await here.facilitator.refusal('POST', `${here.at}/votes`, { ...vote, secrecy: 'secret' });
    expect(refusal).toBe('503 not-stored');
  } finally {
    hall.faults.log = false;
  }
  expect((await view()).votes).toEqual({});
  await openVote(here);
});

test('VO42 A closed workshop takes no ballot, but its open votes can be closed', async () => {
  const [ana] = await people(1);
  const vote = await openVote(here);
  const paper = await paperFor(ana!, here.at, vote);
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'closed' });
  const ballot = { ...paper, position: 'agree' };
  expect(await new Browser(hall).refusal('POST', `${here.at}/votes/${vote}/ballots`, ballot)).toBe(
    '403 workshop-closed',
  );
  expect((await close(vote)).result!.outcome).toBe('no-quorum');
});
