import type { GroupId, VoteId } from '@board/shared/ids';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, here, view } from '../gathering.fixture.ts';
import { come, openVote, voteSecretly } from '../hall.fixture.ts';
import { close, onItem, twoItems } from './votes.fixture.ts';

let first: GroupId;
let second: GroupId;
eachInItsWorkshop(async () => {
  await twoItems();
  [first, second] = here.groups.map(({ id }) => id) as [GroupId, GroupId];
});

const inGroup = (groupId: GroupId | undefined, count: number) =>
  Promise.all(Array.from({ length: count }, (_, at) => come(here, `P${at}`, groupId ? { groupId } : {})));
const ballots = (vote: VoteId) => `${here.at}/votes/${vote}/ballots`;

test('VO78 In an open vote turnout is seen by group as ballots come in, by the groups of then, and stays with the result', async () => {
  const four = await inGroup(first, 4);
  const three = await inGroup(second, 3);
  const [alone] = await inGroup(undefined, 1);
  const vote = await openVote(here, {
    ...{ ...onItem(), secrecy: 'open' },
    withoutPhone: [{ groupId: first, people: 2 }],
  });
  for (const who of four.slice(0, 3)) await who.must('POST', ballots(vote), { position: 'agree' });
  await four[0]!.must('POST', ballots(vote), { position: 'stand-aside' });
  await three[0]!.must('POST', ballots(vote), { position: 'agree' });
  await alone!.must('POST', ballots(vote), { position: 'agree' });
  const tally = { agree: 1, reservation: 0, 'stand-aside': 0, block: 0 };
  await here.facilitator.must('PUT', `${here.at}/votes/${vote}/hand`, { groupId: first, tally });
  await here.facilitator.must('PATCH', `${here.at}/people/${four[1]!.personId}`, { groupId: second });
  const told = {
    groups: [{ groupId: first, name: here.groups[0]!.name, people: 6, voted: 4 }],
    others: { people: 4, voted: 2 },
  };
  expect((await view()).votes[vote]!.byGroup).toEqual(told);
  expect((await close(vote)).byGroup).toEqual(told);
  expect((await view()).votes[vote]!.result!.byGroup).toEqual(told);
});

test('VO78 In a secret vote nothing is told by group, neither while it is open nor afterwards', async () => {
  const people = await inGroup(first, 5);
  await inGroup(second, 5);
  const vote = await openVote(here, onItem());
  await voteSecretly(people[0]!, here.at, vote, 'agree');
  expect((await view()).votes[vote]).not.toHaveProperty('byGroup');
  expect(await close(vote)).not.toHaveProperty('byGroup');
  expect((await view()).votes[vote]!.result).not.toHaveProperty('byGroup');
});
