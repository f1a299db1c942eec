import type { WorkshopCreated } from '@board/shared/commands';
import type { PresentationBegun } from '@board/shared/commands-present';
import { fingerprint } from '@board/shared/consensus/fingerprint';
import { coverNewPaper, uncover } from '@board/shared/consensus/paper';
import {
  type AmendmentId,
  type CommentId,
  type FeedbackId,
  type GroupId,
  type MessageId,
  newId,
} from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { limits } from '@board/shared/protocol/limits';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser, come, type Gathering, Hall, openVote, voteSecretly } from '../server/src/hall.fixture.ts';
import { takenHome, viewOf } from './support/taken-home.ts';

/** A workshop that is under way is taken home and taken up on another server. */
let hall: Hall;
let other: Hall;
let here: Gathering;
let members: Awaited<ReturnType<typeof come>>[];

beforeEach(async () => {
  hall = await Hall.start();
  other = await Hall.start();
  here = await takeUp(hall, { ...filledFile(), votes: [] });
  const groups = here.groups.flatMap(({ id }) => Array.from({ length: 4 }, () => id));
  members = [];
  for (const [at, groupId] of groups.entries()) members.push(await come(here, `Person ${at}`, { groupId }));
});
afterEach(async () => {
  await hall.remove();
  await other.remove();
});

async function takeUp(on: Hall, file: object): Promise<Gathering> {
  const facilitator = new Browser(on);
  const created = await facilitator.must<WorkshopCreated>('POST', '/api/taken-up', file);
  return { ...created, facilitator, at: `/api/workshops/${created.workshopId}` };
}

const stage = (name: string) => here.facilitator.must('PUT', `${here.at}/stage`, { stage: name });

/** Everything that can be decided in a hall, by hand and by phones. */
async function workshopUnderWay(): Promise<{ secret: string; slip: string; stamp: string }> {
  const { facilitator, at } = here;
  const [first, second] = here.groups.map(({ id }) => id) as [GroupId, GroupId];
  const [member] = members;
  const row = (await viewOf(here)).groups[first]!.priorities[0]!;
  await stage('group-work');
  await member!.must('POST', `${at}/groups/${first}/comments`, {
    id: newId<CommentId>(),
    text: 'Who keeps the list?',
    place: { row: row.rowId, cell: null },
  });
  await stage('plenary');
  await facilitator.must('PUT', `${at}/groups/${first}/rapporteur`, { personId: member!.personId });
  await presentation(first, row.rowId, 'named');
  const slip = await presentation(second, null, 'nameless');
  await stage('charter-preparation');
  await amendments();
  const secret = await votes(first);
  await facilitator.must('PUT', `${at}/overlaps`, { kind: 'target', of: '5.1', choice: 'merge' });
  await facilitator.must('PATCH', `${at}/groups/${second}`, { keptClosed: true, open: false });
  const step = Object.keys((await viewOf(here)).agenda)[0];
  await facilitator.must('PUT', `${at}/stage`, { stage: 'plenary', step });
  await presentation(first, row.rowId, 'named');
  await facilitator.must('PUT', `${at}/timer`, { seconds: 3600 });
  for (const to of [null, second])
    await facilitator.must('POST', `${at}/messages`, { id: newId<MessageId>(), kind: 'words', to, text: `To ${to}` });
  await facilitator.must('PUT', `${at}/screen`, { shows: 'coverage', look: 'dark', language: 'km' });
  await facilitator.must('PUT', `${at}/wifi`, { name: 'Hall', password: 'river-bank-9' });
  return { secret, ...slip };
}

/** A group presents, the hall says something, and the facilitator marks it. The stamped slip, where there is one. */
async function presentation(
  groupId: GroupId,
  row: string | null,
  feedback: 'named' | 'nameless',
): Promise<{ slip: string; stamp: string }> {
  const { facilitator, at } = here;
  const { presentationId } = await facilitator.must<PresentationBegun>('POST', `${at}/presentations`, {
    groupId,
    feedback,
  });
  const giver = members.find((one) => one.groupId !== groupId)!;
  const to = `${at}/presentations/${presentationId}`;
  await facilitator.must('PUT', `${to}/view`, { row, action: null });
  if (feedback === 'named') {
    const id = newId<FeedbackId>();
    await giver.must('POST', `${to}/feedback`, { id, kind: 'question', text: 'Until when?', row });
    await facilitator.must('PATCH', `${at}/feedback/${id}`, { starred: true });
    return { slip: '', stamp: '' };
  }
  const covered = Array.from({ length: limits.feedbackPerPerson }, () => coverNewPaper());
  const { stamped } = await giver.must<{ stamped: string[] }>('POST', `${to}/slips`, {
    covered: covered.map((one) => one.covered),
  });
  const paper = uncover(covered[0]!, stamped[0]!);
  await new Browser(hall).must('POST', `${to}/feedback`, { ...paper, kind: 'support', text: 'Courage!', row: null });
  await facilitator.must('POST', `${to}/end`, { presented: true });
  await facilitator.must('POST', `${at}/groups/${groupId}/feedback/hand-over`, {});
  return { slip: paper.paper, stamp: paper.stamp };
}

async function amendments(): Promise<void> {
  const { facilitator, at } = here;
  const { charter } = await viewOf(here);
  const item = charter.items[0]!;
  const propose = async (place: string, words: string, text: string, by: Browser) => {
    const id = newId<AmendmentId>();
    await by.must('POST', `${at}/amendments`, { id, place, fingerprint: fingerprint(words), text });
    return id;
  };
  const declined = await propose('closing', charter.closing, 'And so we part.', members[0]!);
  await facilitator.must('POST', `${at}/amendments/${declined}/decline`, { word: 'Later' });
  const taken = await propose('preamble', charter.preamble, 'We, who met again,', members[1]!);
  await facilitator.must('POST', `${at}/amendments/${taken}/take`, {});
  const shown = await propose(item.id, item.text, 'We will watch all trials.', members[2]!);
  await facilitator.must('PUT', `${at}/amendments/shown`, { id: shown });
  const withdrawn = await propose(item.id, item.text, 'Not meant.', members[3]!);
  await members[3]!.must('DELETE', `${at}/amendments/${withdrawn}`);
}

/** One that was open and is closed, by name and by group; one that is secret, closed and may be amended; one that is open. */
async function votes(group: GroupId): Promise<string> {
  const { facilitator, at } = here;
  const [first, second] = (await viewOf(here)).charter.items.map(({ id }) => id);
  const named = await openVote(here, { scope: { kind: 'item', itemId: first! }, secrecy: 'open' });
  for (const one of members.slice(0, 6)) await one.must('POST', `${at}/votes/${named}/ballots`, { position: 'agree' });
  await facilitator.must('POST', `${at}/votes/${named}/close`, {});
  const blocked = await openVote(here, { scope: { kind: 'item', itemId: second! }, slotMinutes: 30 });
  for (const one of members)
    await voteSecretly(
      one,
      at,
      blocked,
      'block',
      `Not like this, ${one.personId === members[0]!.personId ? group : ''}`,
    );
  await facilitator.must('POST', `${at}/votes/${blocked}/close`, {});
  const open = await openVote(here, { scope: { kind: 'charter' } });
  for (const one of members) await voteSecretly(one, at, open, 'agree');
  return open;
}

/** What a live view tells of a workshop that is as it was, but that people join anew. */
function asItWas(view: LiveView): unknown {
  const { workshop, now, people: _, documents: __, groups, screen, feedbackCounts, comments, votes, ...rest } = view;
  const unversioned = (counts: Record<string, object>) =>
    Object.fromEntries(Object.entries(counts).map(([id, one]) => [id, { ...one, version: 0 }]));
  return {
    ...rest,
    workshop: { ...workshop, id: '', joinCode: '' },
    step: now.step,
    groups: Object.entries(groups).map(([id, group]) => [id, { ...group, members: 0, connected: 0, rapporteur: null }]),
    screen: { ...screen, connected: 0, wifi: null },
    feedbackCounts: unversioned(feedbackCounts),
    comments: unversioned(comments),
    // A vote that was open is closed without a count, and no time for amendments goes on.
    votes: Object.values(votes).map(({ result, slotUntil: ___, turnout, byGroup, ...vote }) =>
      result === null || result.uncounted ? vote : { ...vote, result, turnout, byGroup },
    ),
  };
}

test('FO37 a workshop in the middle of everything goes on elsewhere: the live view and a second file are what they were', async () => {
  const { secret } = await workshopUnderWay();
  const before = await viewOf(here);
  const file = await takenHome(here, true);
  const there = await takeUp(other, JSON.parse(JSON.stringify(file)));
  const after = await viewOf(there);
  expect(asItWas(after)).toEqual(asItWas(before));
  expect(after.votes[secret as keyof typeof after.votes]).toMatchObject({
    turnout: 0,
    result: { uncounted: true, outcome: 'no-quorum' },
  });
  const again = await takenHome(there, true);
  const closedAt = file.votes.find(({ id }) => id === secret)!.result!.closedAt;
  expect(JSON.parse(JSON.stringify(again))).toEqual(
    JSON.parse(JSON.stringify({ ...file, writtenAt: again.writtenAt })),
  );
  expect(again.votes.find(({ id }) => id === secret)!.result!.closedAt).toBe(closedAt);
  // None of it was empty.
  const { messages, overlaps, amendments: proposed, presentations, feedback, people } = file.decided!;
  expect([messages, overlaps, proposed, presentations, feedback, people].map((list) => list.length)).toEqual([
    ...[4, 2, 5, 5, 6, members.length],
  ]);
  expect(file.votes.filter(({ byGroup }) => byGroup !== undefined)).toHaveLength(1);
  const later = await other.afterPowerCut();
  expect(asItWas(await viewOf({ ...there, facilitator: new Browser(later) }))).toEqual(asItWas(before));
  await later.remove();
});

test('FO37 what was said and proposed on the other board keeps its name, and goes on being decided about', async () => {
  await workshopUnderWay();
  const there = await takeUp(other, JSON.parse(JSON.stringify(await takenHome(here, true))));
  const { facilitator, at } = there;
  const { authors } = await facilitator.must<{ authors: { name: string }[] }>('GET', `${at}/amendments`);
  expect(authors.map(({ name }) => name)).toEqual(['', '', 'Person 0', 'Person 1', 'Person 2']);
  const group = there.groups[0]!.id;
  const { feedback } = await facilitator.must<{ feedback: { name: string }[] }>(
    'GET',
    `${at}/groups/${group}/feedback`,
  );
  expect(feedback.map(({ name }) => name)).toContain('Person 4');
  await facilitator.must('POST', `${at}/groups/${group}/feedback/hand-over`, {});
  const { comments } = await facilitator.must<{ comments: { name: string; heard?: string }[] }>(
    'GET',
    `${at}/groups/${group}/comments`,
  );
  expect(comments.filter(({ heard }) => heard).map(({ name }) => name)).toContain('Person 4');
  const people = await facilitator.must<{ name: string; presents: boolean }[]>('GET', `${at}/people-elsewhere`);
  expect(people.map(({ name }) => name)).toEqual(members.map((_, place) => `Person ${place}`));
  expect(people[0]).toMatchObject({ presents: true });
  const member = await come(there, 'Somebody', { groupId: group });
  expect(await member.refusal('GET', `${at}/people-elsewhere`)).toMatch(/^403/);
  expect(await member.refusal('GET', `${at}/decided`)).toMatch(/^403/);
  const open = (await viewOf(there)).presentation!;
  expect(open.groupId).toBe(group);
});

test('FO38 no key, code, session, ballot, slip or Wi-Fi is in the file, with names or without; and without names no name is', async () => {
  const { slip, stamp } = await workshopUnderWay();
  const { joinCode } = (await viewOf(here)).workshop;
  for (const withNames of [true, false]) {
    const text = JSON.stringify(await takenHome(here, withNames));
    for (const secret of [joinCode, here.facilitatorKey, slip, stamp, 'river-bank-9', ...here.facilitator.jar.values()])
      expect(text).not.toContain(secret);
    for (const { personId } of members) expect(text).not.toContain(personId);
    expect(text.includes('Person 0')).toBe(withNames);
  }
  const [blocked] = (await takenHome(here, true)).votes.filter(({ result }) => result!.tally.block > 0);
  expect(blocked!.result!.remarks.every(({ person }) => person === undefined)).toBe(true);
  expect(blocked!.result!.named).toBeUndefined();
});

test('FO38 what is said without a name while a group presents is not in a file before it has ended', async () => {
  const { facilitator, at } = here;
  await stage('plenary');
  const { presentationId } = await facilitator.must<PresentationBegun>('POST', `${at}/presentations`, {
    groupId: here.groups[0]!.id,
    feedback: 'nameless',
  });
  const to = `${at}/presentations/${presentationId}`;
  const covered = Array.from({ length: limits.feedbackPerPerson }, () => coverNewPaper());
  const { stamped } = await members[4]!.must<{ stamped: string[] }>('POST', `${to}/slips`, {
    covered: covered.map((one) => one.covered),
  });
  const said = { ...uncover(covered[0]!, stamped[0]!), kind: 'support', text: 'Courage!', row: null };
  await new Browser(hall).must('POST', `${to}/feedback`, said);
  expect(JSON.stringify(await takenHome(here, true))).not.toContain('Courage!');
  await facilitator.must('POST', `${to}/end`, { presented: true });
  expect(JSON.stringify(await takenHome(here, true))).toContain('Courage!');
});
