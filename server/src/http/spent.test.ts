import type { JoinCodeRenewed, PersonJoined } from '@board/shared/commands';
import { type CommentId, newId, type PersonId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { hall, here } from '../gathering.fixture.ts';
import { Browser, come } from '../hall.fixture.ts';
import type { Decision } from '../workshop/decisions.ts';
import { ana, append, comments, crowd, eachBesideACrowd, remark, row } from './crowd.fixture.ts';

eachBesideACrowd();

const say = (who: Browser): Promise<string> => who.refusal('POST', comments(), remark());
const mayGoOn = '204 without a refusal';
const rename = (who: Browser, name: string): Promise<string> => who.refusal('PATCH', `${here.at}/me`, { name });
const isDone = '200 without a refusal';

/** As if somebody had written a comment, reworded it so often, and taken it out. */
function written(author: PersonId, acts: number): Promise<void> {
  const commentId = newId<CommentId>();
  const where = { groupId: here.groups[0]!.id, thread: commentId, row, cell: null, recommendation: null };
  return append(author, [
    { type: 'comment-added', commentId, ...where, text: 'Said' },
    ...Array.from({ length: acts - 1 }, (): Decision => ({ type: 'comment-edited', commentId, text: 'Again' })),
    { type: 'comment-removed', commentId },
  ]);
}

/** As if somebody had taken so many names. */
function renamed(personId: PersonId, times: number): Promise<void> {
  const facts = { personId, name: 'Other', organisation: '', groupId: here.groups[0]!.id };
  return append(personId, Array<Decision>(times).fill({ type: 'person-changed', ...facts }));
}

const remove = (who: PersonJoined): Promise<unknown> =>
  here.facilitator.must('DELETE', `${here.at}/people/${who.personId}?words=out`);

test('DO94 One person decides so much about comments and no more, whatever became of them; taking out is always possible', async () => {
  const id = newId<CommentId>();
  await crowd.must('POST', comments(), { id, text: 'Said', place: { row, cell: null } });
  await written(crowd.personId, limits.commentActsPerPerson - 2);
  await crowd.must('PATCH', `${here.at}/comments/${id}`, { text: 'Once more' });
  expect(await crowd.refusal('PATCH', `${here.at}/comments/${id}`, { text: 'And more' })).toBe('429 comments-spent');
  expect(await crowd.refusal('PATCH', `${here.at}/comments/${id}`, { resolved: true })).toBe('429 comments-spent');
  expect(await say(crowd)).toBe('429 comments-spent');
  await crowd.must('DELETE', `${here.at}/comments/${id}`);
  expect(await say(ana)).toBe(mayGoOn);
});

test('DO94 What many write and take out without end has an end; who has said little goes on, and so do facilitators, after a restart too', async () => {
  await written(ana.personId, limits.fewCommentActs - 1);
  await written(crowd.personId, limits.commentActs);
  await hall.restart();
  expect(await say(ana)).toBe(mayGoOn);
  expect(await say(ana)).toBe('403 list-full comments');
  const ben = await come(here, 'Ben', { groupId: here.groups[0]!.id });
  for (let count = 0; count < limits.fewCommentActs; count += 1) expect(await say(ben)).toBe(mayGoOn);
  expect(await say(ben)).toBe('403 list-full comments');
  expect(await say(here.facilitator)).toBe(mayGoOn);
  await remove(crowd);
  expect(await say(ana)).toBe(mayGoOn);
});

test('DO94 What those had decided who are not in any more is in nobody’s way', async () => {
  await written(crowd.personId, limits.commentActs);
  await written(ana.personId, limits.fewCommentActs);
  expect(await say(ana)).toBe('403 list-full comments');
  const { joinCode } = await here.facilitator.must<JoinCodeRenewed>('POST', `${here.at}/join-code`, {
    endSessions: true,
  });
  await ana.must('POST', `${here.at}/people`, { code: joinCode, name: 'Ana' });
  expect(await say(ana)).toBe(mayGoOn);
});

test('DO94 Facilitators have an end of their own', async () => {
  const { personId } = await here.facilitator.must<{ personId: PersonId }>('GET', `${here.at}/me`);
  await written(personId, limits.commentActsOfFacilitators);
  expect(await say(here.facilitator)).toBe('403 list-full comments');
  expect(await say(ana)).toBe(mayGoOn);
});

test('DO94 Names, groups and what a group shows are changed so often and no more; facilitators do it then, and the key lifts in any case', async () => {
  const groupId = here.groups[0]!.id;
  await renamed(crowd.personId, limits.actsPerPerson - 2);
  expect(await rename(crowd, 'The last one')).toBe(isDone);
  expect(await rename(crowd, 'One more')).toBe('429 changes-spent');
  const show = { keptClosed: true };
  expect(await crowd.refusal('PATCH', `${here.at}/groups/${groupId}`, show)).toBe('429 changes-spent');
  expect(await rename(crowd, 'The last one')).toBe(isDone);
  expect(await rename(ana, 'Anna')).toBe(isDone);
  await here.facilitator.must('PATCH', `${here.at}/people/${crowd.personId}`, { groupId: here.groups[1]!.id });
  const back = { key: here.facilitatorKey, name: 'Crowd' };
  expect((await crowd.must<PersonJoined>('POST', `${here.at}/people`, back)).role).toBe('facilitator');
});

test('DO94 Coming back again and again with a session of before has an end', async () => {
  const former = new Map(ana.jar);
  const { joinCode: code } = await here.facilitator.must<JoinCodeRenewed>('POST', `${here.at}/join-code`, {
    endSessions: true,
  });
  const back = async (): Promise<string> => {
    const browser = new Browser(hall);
    for (const [name, value] of former) browser.jar.set(name, value);
    return browser.refusal('POST', `${here.at}/people`, { code, name: 'Ana' });
  };
  expect(await back()).toBe(isDone);
  await renamed(ana.personId, limits.actsPerPerson - 4);
  const answers = [await back(), await back(), await back()];
  expect(answers).toEqual([isDone, isDone, '429 changes-spent']);
});

test('DO94 When all together have changed very much, who has changed little goes on', async () => {
  await renamed(crowd.personId, limits.acts);
  await renamed(ana.personId, limits.fewActs - 2);
  expect(await rename(ana, 'Anna')).toBe(isDone);
  expect(await rename(ana, 'Ann')).toBe('403 list-full changes');
  const ben = await come(here, 'Ben');
  expect(await rename(ben, 'Benno')).toBe(isDone);
  await remove(crowd);
  expect(await rename(ana, 'Ann')).toBe(isDone);
});
