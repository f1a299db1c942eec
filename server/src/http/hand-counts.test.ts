import { randomBytes } from 'node:crypto';
import type { HandEntered } from '@board/shared/commands-votes';
import type { VoteId } from '@board/shared/ids';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here, view } from '../gathering.fixture.ts';
import { Browser, come, openVote, voteSecretly } from '../hall.fixture.ts';
import { close, onItem, twoItems } from './votes.fixture.ts';

eachInItsWorkshop(twoItems);

const paper = () => randomBytes(32).toString('hex');
const at = (vote: VoteId) => `${here.at}/votes/${vote}/hand`;
const enter = (vote: VoteId, body: object) => here.facilitator.must('PUT', at(vote), body);
const refused = (vote: VoteId, body: object) => here.facilitator.refusal('PUT', at(vote), body);
const hands = (agree: number, reservation = 0, standAside = 0, block = 0) => ({
  tally: { agree, reservation, 'stand-aside': standAside, block },
});

test('VO62 Paper ballots are in the same tally, marked by their number, and never more than people without a phone', async () => {
  const [ana, ben] = [await come(here, 'Ana'), await come(here, 'Ben')];
  const vote = await openVote(here, {
    ...onItem(),
    byHand: [ben.personId],
    withoutPhone: [{ groupId: here.groups[0]!.id, people: 2 }],
  });
  expect((await view()).votes[vote]).toMatchObject({ rollSize: 4, byHand: 0, roll: { byHand: 3 } });
  await voteSecretly(ana, here.at, vote, 'agree');
  const ballots = [
    { paper: paper(), position: 'agree' },
    { paper: paper(), position: 'stand-aside', reason: 'One\nline.' },
    { paper: paper(), position: 'agree' },
  ];
  await enter(vote, { ballots });
  await enter(vote, { ballots });
  expect(await refused(vote, { ballots: [{ paper: paper(), position: 'agree' }] })).toBe('409 more-than-roll');
  expect((await view()).votes[vote]).toMatchObject({ turnout: 4, byHand: 3, result: null });
  expect(await close(vote)).toMatchObject({
    turnout: 4,
    byHand: 3,
    result: {
      outcome: 'adopted',
      tally: { agree: 3, reservation: 0, 'stand-aside': 1, block: 0 },
      remarks: [{ position: 'stand-aside', text: 'One line.' }],
    },
  });
});

test('VO62 Only facilitators enter ballots, with a position that is offered and a reason for a block, while the vote is open', async () => {
  const ana = await come(here, 'Ana');
  const vote = await openVote(here, { ...onItem(), withoutPhone: [{ groupId: null, people: 2 }] });
  const one = { ballots: [{ paper: paper(), position: 'agree' }] };
  expect(await ana.refusal('PUT', at(vote), one)).toBe('403 facilitator-only');
  expect(await new Browser(hall).refusal('PUT', at(vote), one)).toBe('401 not-joined');
  expect(await refused(vote, { ballots: [{ paper: paper(), position: 'abstain' }] })).toMatch(
    '400 position-not-offered',
  );
  expect(await refused(vote, { ballots: [{ paper: paper(), position: 'block' }] })).toMatch('400 reason-needed');
  expect(await refused(vote, { groupId: null, ...hands(1) })).toBe('400 bad-request tally');
  const long = { ballots: [{ paper: paper(), position: 'block', reason: 'x'.repeat(100_000) }] };
  expect(await refused(vote, long)).toMatch(/^400 bad-request/);
  expect((await view()).votes[vote]).toMatchObject({ turnout: 0, byHand: 0 });
  await close(vote);
  expect(await refused(vote, one)).toBe('409 vote-closed');
});

test('VO63 A paper ballot that was entered wrongly is corrected or taken back under its number', async () => {
  await come(here, 'Ana');
  const vote = await openVote(here, { ...onItem(), withoutPhone: [{ groupId: null, people: 2 }] });
  const [a, b] = [paper(), paper()];
  await enter(vote, {
    ballots: [
      { paper: a, position: 'block', reason: 'No.' },
      { paper: b, position: 'agree' },
    ],
  });
  await enter(vote, { ballots: [{ paper: a, position: 'agree' }], takenBack: [b, paper()] });
  expect((await view()).votes[vote]).toMatchObject({ turnout: 1, byHand: 1 });
  await hall.restart();
  await enter(vote, {
    ballots: [
      { paper: a, position: 'agree' },
      { paper: b, position: 'reservation' },
    ],
  });
  expect((await close(vote)).result?.tally).toEqual({ agree: 1, reservation: 1, 'stand-aside': 0, block: 0 });
});

test('VO64 In an open vote a group’s show of hands is entered as a whole, and never more hands than it has people without a phone', async () => {
  const ana = await come(here, 'Ana', { groupId: here.groups[1]!.id });
  const [first, second] = here.groups.map(({ id }) => id);
  const vote = await openVote(here, {
    ...onItem(),
    secrecy: 'open',
    withoutPhone: [
      { groupId: first!, people: 3 },
      { groupId: second!, people: 1 },
    ],
  });
  await ana.must('POST', `${here.at}/votes/${vote}/ballots`, { position: 'agree' });
  expect(await refused(vote, { groupId: second, ...hands(2) })).toBe('409 more-than-roll');
  expect(await refused(vote, { groupId: null, ...hands(1) })).toBe('409 more-than-roll');
  expect(await refused(vote, { groupId: first, ...hands(1, 0, 0, 1) })).toMatch('400 reason-needed');
  expect(await refused(vote, { ballots: [{ paper: paper(), position: 'agree' }] })).toBe('400 bad-request ballots');
  const remarks = [{ position: 'block', text: 'Not now.' }];
  await enter(vote, { groupId: first, ...hands(1, 0, 0, 2), remarks });
  await enter(vote, { groupId: first, ...hands(2), remarks: [] });
  await enter(vote, { groupId: second, ...hands(0, 1) });
  expect((await view()).votes[vote]).toMatchObject({ turnout: 4, byHand: 3 });
  expect((await close(vote)).result).toMatchObject({
    tally: { agree: 3, reservation: 1, 'stand-aside': 0, block: 0 },
    named: [{ person: 'Ana', position: 'agree' }],
    hands: [
      { groupId: first, ...hands(2) },
      { groupId: second, ...hands(0, 1) },
    ],
  });
});

test('VO126 A show of hands replaces only what was seen in the box when it was begun; the same sent again is the same', async () => {
  await come(here, 'Ana');
  const groupId = here.groups[0]!.id;
  const vote = await openVote(here, { ...onItem(), secrecy: 'open', withoutPhone: [{ groupId, people: 3 }] });
  const nothing = { ...hands(0), remarks: [] };
  const block = { ...hands(2, 0, 0, 1), remarks: [{ position: 'block', text: 'We have no bus.' }] };
  await enter(vote, { groupId, ...block, seen: nothing });
  expect(await refused(vote, { groupId, ...hands(1), seen: nothing })).toBe('409 hands-moved');
  const reworded = { ...block, remarks: [{ position: 'block', text: 'No bus.' }] };
  expect(await refused(vote, { groupId, ...hands(1), seen: reworded })).toBe('409 hands-moved');
  await enter(vote, { groupId, ...block, seen: nothing });
  const both = [hands(1), hands(0, 1)].map((one) =>
    here.facilitator.call('PUT', at(vote), { groupId, ...one, seen: block }),
  );
  const answers = (await Promise.all(both)).map(({ status }) => status);
  expect(answers.sort()).toEqual([204, 409]);
  expect((await view()).votes[vote]).toMatchObject({ byHand: 1 });
});

test('VO127 An organisation of which somebody votes by a show of hands is not counted by its others, nor as one without a ballot', async () => {
  const people = await Promise.all(['Ana', 'Ben', 'Han', 'Cai'].map((name) => come(here, name)));
  const [ana, ben, han, cai] = people as [Browser, Browser, Browser, Browser] & typeof people;
  for (const [person, organisation] of [
    [ana, 'Rights Now'],
    [ben, 'Rights Now'],
    [han, 'Old Trees'],
    [cai, 'Clean Water'],
  ] as const)
    await person.must('PATCH', `${here.at}/me`, { organisation });
  const byHand = [people[1]!.personId, people[2]!.personId];
  const vote = await openVote(here, { ...onItem(), secrecy: 'open', byHand });
  await ana.must('POST', `${here.at}/votes/${vote}/ballots`, { position: 'agree' });
  await cai.must('POST', `${here.at}/votes/${vote}/ballots`, { position: 'stand-aside' });
  await enter(vote, { groupId: null, ...hands(1, 1) });
  expect((await close(vote)).result?.organisations).toEqual({
    tally: { agree: 0, reservation: 0, 'stand-aside': 1, block: 0 },
    divided: 0,
    silent: 0,
    organisations: 1,
    byHand: 2,
  });
});

test('VO65 An open vote is counted by organisation beside the people; a secret one is not', async () => {
  const people = await Promise.all(['Ana', 'Ben', 'Cai'].map((name) => come(here, name)));
  for (const [place, person] of people.entries()) {
    const organisation = place < 2 ? 'Rights Now' : 'Clean Water';
    await person.must('PATCH', `${here.at}/me`, { organisation });
  }
  const open = await openVote(here, { ...onItem(), secrecy: 'open' });
  for (const [place, person] of people.entries()) {
    const ballot = place === 1 ? { position: 'block', reason: 'No.' } : { position: 'agree' };
    await person.must('POST', `${here.at}/votes/${open}/ballots`, ballot);
  }
  expect((await close(open)).result?.organisations).toEqual({
    tally: { agree: 1, reservation: 0, 'stand-aside': 0, block: 0 },
    divided: 1,
    silent: 0,
    organisations: 2,
  });
  const secret = await openVote(here, onItem());
  for (const person of people) await voteSecretly(person, here.at, secret, 'agree');
  expect(JSON.stringify((await close(secret)).result)).not.toContain('organisations');
});

test('VO123 Facilitators are told for whom ballots are entered and which hands were, on each of their devices; nobody else is, and of paper ballots nothing', async () => {
  const [first, second] = here.groups.map(({ id }) => id);
  const ben = await come(here, 'Ben', { groupId: first! });
  const dan = await come(here, 'Dan', { groupId: second! });
  const ana = await come(here, 'Ana');
  const entered = (of: Browser, vote: VoteId): Promise<HandEntered> => of.must<HandEntered>('GET', at(vote));
  const set = { ...onItem(), byHand: [ben.personId, dan.personId], withoutPhone: [{ groupId: first!, people: 2 }] };
  const open = await openVote(here, { ...set, secrecy: 'open' });
  const people = [
    { groupId: first, name: 'Ben' },
    { groupId: second, name: 'Dan' },
  ];
  const before = await entered(here.facilitator, open);
  expect(before.hands).toEqual([]);
  expect(before.people.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(people);
  await enter(open, { groupId: first, ...hands(1, 0, 0, 1), remarks: [{ position: 'block', text: 'Not now.' }] });
  const other = new Browser(hall);
  await other.must('POST', `${here.at}/people`, { key: here.facilitatorKey, name: 'Fay' });
  for (const one of [here.facilitator, other])
    expect((await entered(one, open)).hands).toEqual([
      { groupId: first, ...hands(1, 0, 0, 1), remarks: [{ position: 'block', text: 'Not now.' }] },
    ]);
  for (const one of [ana, ben]) expect(await one.refusal('GET', at(open))).toBe('403 facilitator-only');
  expect(await new Browser(hall).refusal('GET', at(open))).toBe('401 not-joined');
  await close(open);
  expect(await here.facilitator.refusal('GET', at(open))).toBe('409 vote-closed');
  const secret = await openVote(here, set);
  await enter(secret, { ballots: [{ paper: paper(), position: 'agree' }] });
  expect(await entered(here.facilitator, secret)).toMatchObject({ hands: [] });
});
