import type { JoinCodeRenewed, Me, PersonJoined, PersonListed } from '@board/shared/commands';
import type { CommentId, RowId } from '@board/shared/ids';
import { newId, type PersonId } from '@board/shared/ids';
import { addItem } from '@board/shared/model/charter';
import { limits } from '@board/shared/protocol/limits';
import { decidedPart } from '@board/shared/workshop-file/schema-decided';
import { expect, test } from 'vitest';
import { eachInItsWorkshop, hall, here } from '../gathering.fixture.ts';
import { Browser, come, edit, openVote, pair } from '../hall.fixture.ts';
import type { NewEntry } from '../ports.ts';
import { decidedIn } from '../workshop/decided.ts';
import type { Workshop } from '../workshop/workshop.ts';

eachInItsWorkshop();

/** Invented people join until so many are in. */
async function fill(most: number): Promise<Workshop> {
  const workshop = await hall.workshop(here.workshopId);
  const joined = Array.from({ length: most - workshop.state.people.size }, (_, place): NewEntry => {
    const personId = newId<PersonId>();
    const person = { personId, name: `Nobody ${place}`, organisation: '', role: 'member', groupId: null } as const;
    return {
      author: personId,
      body: { kind: 'decision', decision: { type: 'person-joined', ...person, tokenHash: personId } },
    };
  });
  await workshop.append(null, () => {}, joined);
  return workshop;
}

const url = (): string => `${here.at}/people`;
const list = (): Promise<PersonListed[]> => here.facilitator.must<PersonListed[]>('GET', url());
const names = async (): Promise<string[]> => (await list()).map(({ name }) => name).filter((name) => name !== '');
const join = (browser: Browser, joinCode: string, name: string) =>
  browser.call<PersonJoined>('POST', url(), { code: joinCode, name });
const renew = async (): Promise<string> =>
  (await here.facilitator.must<JoinCodeRenewed>('POST', `${here.at}/join-code`, { endSessions: true })).joinCode;

/** What a facilitator takes home of it fits the form of a workshop's file. */
async function fitsItsForm(): Promise<number> {
  const workshop = await hall.workshop(here.workshopId);
  const { personId } = await here.facilitator.must<Me>('GET', `${here.at}/me`);
  return decidedPart.parse(decidedIn(workshop, workshop.personById(personId)!).decided).people.length;
}

test('DO75 A workshop that somebody has filled is free again once its link is renewed and everybody must join again, also after a restart; nobody is forgotten', async () => {
  const ana = await come(here, 'Ana');
  await fill(limits.people);
  expect(await new Browser(hall).refusal('POST', url(), { code: here.joinCode, name: 'Ben' })).toBe(
    '403 workshop-full',
  );
  const joinCode = await renew();
  const ben = new Browser(hall);
  expect((await join(ben, joinCode, 'Ben')).status).toBe(201);
  await hall.restart();
  expect((await join(new Browser(hall), joinCode, 'Cleo')).status).toBe(201);
  expect((await join(ana, joinCode, 'Ana')).body.personId).toBe(ana.personId);
  expect((await ben.must<Me>('GET', `${here.at}/me`)).name).toBe('Ben');
  expect((await names()).sort()).toEqual(['Ana', 'Ben', 'Cleo']);
});

test('DO75 Into a full workshop come those whom the key or a facilitator lets in, and a crowd at the last places does not slip past the limit', async () => {
  const workshop = await fill(limits.people - 2);
  const crowd = Array.from({ length: 20 }, (_, place) => join(new Browser(hall), here.joinCode, `Person ${place}`));
  const statuses = (await Promise.all(crowd)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(2);
  expect(workshop.state.people.size).toBe(limits.people);
  const helper = new Browser(hall);
  const key = { key: here.facilitatorKey, name: 'Eva' };
  expect((await helper.call<PersonJoined>('POST', url(), key)).body.role).toBe('facilitator');
  const wall = new Browser(hall);
  await pair(here, wall);
  expect((await wall.must<Me>('GET', `${here.at}/me`)).role).toBe('screen');
  await fill(limits.peopleInAll);
  expect(await new Browser(hall).refusal('POST', url(), { ...key, name: 'Flo' })).toBe('403 workshop-full');
});

test('DO76 Of a crowd that must join again only those are listed of whom something is left; of a hall all are', async () => {
  const groupId = here.groups[0]!.id;
  const ana = await come(here, 'Ana', { groupId });
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'group-work' });
  await come(here, 'Ben', { groupId });
  const workshop = await fill(limits.listedAway);
  await renew();
  expect(await names()).toHaveLength(limits.listedAway - 1);
  const comment = { type: 'comment-added', groupId, row: newId<RowId>(), cell: null, recommendation: null } as const;
  const commentId = newId<CommentId>();
  const said = { ...comment, commentId, thread: commentId, text: 'Words' };
  await workshop.append(null, () => {}, [{ author: ana.personId, body: { kind: 'decision', decision: said } }]);
  await fill(limits.listedAway);
  await renew();
  expect(await names()).toEqual(['Ana']);
  expect(await fitsItsForm()).toBe(1);
});

test('DO76 What a full workshop makes fits its own forms: the roll of a vote, and the list of people that goes out', async () => {
  await fill(limits.people);
  await edit(here, 'charter', (doc) => void addItem(doc, 'Words'));
  const absent = (await list()).filter(({ role }) => role === 'member').map(({ personId }) => personId);
  const vote = await openVote(here, { secrecy: 'open', absent: { people: absent.slice(1), note: 'Nobody came' } });
  expect((await hall.workshop(here.workshopId)).state.votes.get(vote)?.vote.rollSize).toBe(1);
  expect(await fitsItsForm()).toBe(limits.people - 1);
});
