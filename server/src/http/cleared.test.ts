import type { CommentView, GroupComments, PersonListed } from '@board/shared/commands';
import { fingerprint } from '@board/shared/consensus/fingerprint';
import { type AmendmentId, type CommentId, newId, type PersonId, type RowId } from '@board/shared/ids';
import { charterPart } from '@board/shared/model/charter';
import { fillFragment } from '@board/shared/model/read';
import { limits } from '@board/shared/protocol/limits';
import { decidedPart } from '@board/shared/workshop-file/schema-decided';
import { expect, test } from 'vitest';
import { hall, here, view } from '../gathering.fixture.ts';
import { type Browser, edit } from '../hall.fixture.ts';
import { decidedIn } from '../workshop/decided.ts';
import type { Decision } from '../workshop/decisions.ts';
import { ana, append, comments, crowd, eachBesideACrowd, remark, row } from './crowd.fixture.ts';

eachBesideACrowd();

const amendments = () => `${here.at}/amendments`;
const say = (who: Browser): Promise<string> => who.refusal('POST', comments(), remark());
const said = async (): Promise<CommentView[]> =>
  (await here.facilitator.must<GroupComments>('GET', comments())).comments ?? [];
const standing = async (): Promise<PersonId[]> =>
  (await said()).flatMap(({ author, removedBy }) => (removedBy === null ? [author!] : []));
const proposal = () => {
  const before = fingerprint('We met.');
  return { id: newId<AmendmentId>(), place: 'closing', fingerprint: before, text: 'We met here.' };
};

/** Decisions as if so many comments of a person had been written, each on a row of its own or all on one. */
async function comment(author: PersonId, count: number, on: () => RowId = () => newId<RowId>()): Promise<CommentId[]> {
  const groupId = here.groups[0]!.id;
  const ids = Array.from({ length: count }, () => newId<CommentId>());
  const decisions = ids.map((commentId): Decision => {
    const where = { groupId, thread: commentId, row: on(), cell: null, recommendation: null };
    return { type: 'comment-added', commentId, ...where, text: 'Said' };
  });
  await append(author, decisions);
  return ids;
}

const remove = (who: { personId: PersonId }, query = ''): Promise<unknown> =>
  here.facilitator.must('DELETE', `${here.at}/people/${who.personId}${query}`);

test('DO87 One person writes so many comments and no more, taken out or not; others and facilitators go on', async () => {
  const ids = await comment(crowd.personId, limits.commentsPerPerson);
  expect(await say(crowd)).toBe('429 comments-spent');
  await crowd.must('DELETE', `${here.at}/comments/${ids[0]!}`);
  expect(await say(crowd)).toBe('429 comments-spent');
  await ana.must('POST', comments(), remark());
  const { personId } = await here.facilitator.must<{ personId: PersonId }>('GET', `${here.at}/me`);
  await comment(personId, limits.commentsPerPerson);
  await here.facilitator.must('POST', comments(), remark());
});

test('DO87 A workshop whose comments a crowd has filled has room again when the crowd is removed with its words', async () => {
  await comment(crowd.personId, limits.comments - 1);
  await ana.must('POST', comments(), remark());
  expect(await say(ana)).toBe('403 list-full comments');
  await remove(crowd, '?words=out');
  await ana.must('POST', comments(), remark());
  expect(await standing()).toEqual([ana.personId, ana.personId]);
  await hall.restart();
  expect(await standing()).toHaveLength(2);
});

test('DO87 A row whose comments somebody has filled has room again when they are taken out; threads of others stay whole', async () => {
  await comment(crowd.personId, limits.commentsPerRow - 2, () => row);
  const begun = remark();
  await ana.must('POST', comments(), begun);
  await crowd.must('POST', comments(), remark({ thread: begun.id }));
  expect(await say(ana)).toBe('403 list-full place');
  await remove(crowd, '?words=out');
  await ana.must('POST', comments(), remark());
  expect((await said()).slice(-3).map(({ text, removedBy }) => [text, removedBy])).toEqual([
    ['Said', null],
    ['', 'facilitator'],
    ['Said', null],
  ]);
});

test('DO93 Threads in which nothing stands are sent to nobody, also when somebody writes and takes out without end', async () => {
  const ids = await comment(crowd.personId, 50);
  for (const id of ids.slice(1)) await crowd.must('DELETE', `${here.at}/comments/${id}`);
  const reply = { ...remark({ thread: ids[0] }), text: 'Heard' };
  await ana.must('POST', comments(), reply);
  expect((await said()).map(({ text }) => text)).toEqual(['Said', 'Heard']);
  await crowd.must('DELETE', `${here.at}/comments/${ids[0]}`);
  expect((await said()).map(({ text, removedBy }) => [text, removedBy])).toEqual([
    ['', 'author'],
    ['Heard', null],
  ]);
  await ana.must('DELETE', `${here.at}/comments/${reply.id}`);
  expect(await said()).toEqual([]);
});

test('DO87 Amendments that a crowd has filled are withdrawn with its removal, and what is withdrawn takes up no room', async () => {
  await edit(here, 'charter', (doc) => fillFragment(charterPart(doc, 'closing'), 'We met.'));
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'charter-preparation' });
  const propose = (): Decision => {
    const amendmentId = newId<AmendmentId>();
    return { type: 'amendment-proposed', amendmentId, place: 'closing', before: 'We met.', text: 'More' };
  };
  const some = Array.from({ length: limits.amendments }, propose);
  const ids = some.flatMap((one) => (one.type === 'amendment-proposed' ? [one.amendmentId] : []));
  const withdrawn = ids.slice(limits.openAmendments).map((amendmentId): Decision => {
    return { type: 'amendment-withdrawn', amendmentId };
  });
  await append(crowd.personId, [...some, ...withdrawn]);
  expect(await ana.refusal('POST', amendments(), proposal())).toBe('403 list-full amendments');
  await remove(crowd, '?words=out');
  await ana.must('POST', amendments(), proposal());
  expect(Object.values((await view()).amendments).map(({ text }) => text)).toEqual(['We met here.']);
});

/** Amendments to the closing as if somebody had proposed them, and decisions on each. */
async function proposed(author: PersonId, count: number, then: (amendmentId: AmendmentId) => Decision): Promise<void> {
  const some = Array.from({ length: count }, () => newId<AmendmentId>());
  const place = { place: 'closing', before: 'We met.', text: 'More' } as const;
  await append(
    author,
    some.flatMap((amendmentId): Decision[] => [
      { type: 'amendment-proposed', amendmentId, ...place },
      then(amendmentId),
    ]),
  );
}

async function amending(): Promise<void> {
  await edit(here, 'charter', (doc) => fillFragment(charterPart(doc, 'closing'), 'We met.'));
  await here.facilitator.must('PUT', `${here.at}/stage`, { stage: 'charter-preparation' });
}

test('DO95 What facilitators have declined takes up no room, however much it is; the latest are kept, and fit into a workshop’s file', async () => {
  await amending();
  const decline = (amendmentId: AmendmentId): Decision => ({ type: 'amendment-declined', amendmentId, word: 'No' });
  await proposed(newId<PersonId>(), limits.amendments + 10, decline);
  await ana.must('POST', amendments(), proposal());
  const workshop = await hall.workshop(here.workshopId);
  expect(workshop.state.amendments.byId.size).toBe(limits.settledAmendments + 1);
  const by = workshop.personById(
    (await here.facilitator.must<{ personId: PersonId }>('GET', `${here.at}/me`)).personId,
  );
  expect(decidedPart.parse(decidedIn(workshop, by!).decided).amendments).toHaveLength(limits.settledAmendments + 1);
});

test('DO95 What many propose and withdraw without end has an end; who has proposed little goes on, and others when those are removed', async () => {
  await amending();
  const withdraw = (amendmentId: AmendmentId): Decision => ({ type: 'amendment-withdrawn', amendmentId });
  await proposed(ana.personId, limits.fewAmendments - 1, withdraw);
  await proposed(crowd.personId, limits.withdrawnAmendments, withdraw);
  await ana.must('POST', amendments(), proposal());
  expect(await ana.refusal('POST', amendments(), proposal())).toBe('403 list-full amendments');
  await remove(crowd);
  await ana.must('POST', amendments(), proposal());
});

test('DO87 Who is removed without a word about it leaves what was said; nobody else removes words that way', async () => {
  await crowd.must('POST', comments(), remark());
  const path = `${here.at}/people/${crowd.personId}?words=out`;
  expect(await ana.refusal('DELETE', path)).toBe('403 facilitator-only');
  hall.faults.log = true;
  expect(await here.facilitator.refusal('DELETE', path)).toBe('503 not-stored');
  hall.faults.log = false;
  expect((await said()).map(({ text }) => text)).toEqual(['Said']);
  await remove(crowd);
  expect((await said()).map(({ text }) => text)).toEqual(['Said']);
});

test('DO90 What its author took out leaves its room on the row and in the workshop to others', async () => {
  const takeOut = (ids: readonly CommentId[]) =>
    append(
      crowd.personId,
      ids.map((commentId) => ({ type: 'comment-removed', commentId })),
    );
  await takeOut(await comment(crowd.personId, limits.commentsPerRow, () => row));
  await ana.must('POST', comments(), remark());
  await takeOut(await comment(crowd.personId, limits.comments));
  await ana.must('POST', comments(), remark());
  expect(await say(crowd)).toBe('429 comments-spent');
});

test('DO90 Facilitators write where a row or a workshop is full for everybody else', async () => {
  await comment(crowd.personId, limits.commentsPerRow, () => row);
  expect(await say(ana)).toBe('403 list-full place');
  await here.facilitator.must('POST', comments(), remark());
  await comment(crowd.personId, limits.comments);
  expect(await say(ana)).toBe('403 list-full comments');
  await here.facilitator.must('POST', comments(), remark());
});

test('DO92 What somebody said can still be taken out when the person was removed without it, and such people are listed', async () => {
  await crowd.must('POST', comments(), remark());
  await ana.must('POST', comments(), remark());
  await remove(crowd);
  const removed = async () => {
    const all = await here.facilitator.must<PersonListed[]>('GET', `${here.at}/people`);
    return all.filter(({ isRemoved }) => isRemoved).map(({ personId, name }) => [personId, name]);
  };
  expect(await removed()).toEqual([[crowd.personId, 'Crowd']]);
  const path = `${here.at}/people/${crowd.personId}`;
  expect(await here.facilitator.refusal('DELETE', path)).toBe('404 unknown-person');
  expect(await ana.refusal('DELETE', `${path}?words=out`)).toBe('403 facilitator-only');
  await remove(crowd, '?words=out');
  expect(await standing()).toEqual([ana.personId]);
  expect(await removed()).toEqual([]);
  await remove(crowd, '?words=out');
  const nobody = `${here.at}/people/${newId<PersonId>()}?words=out`;
  expect(await here.facilitator.refusal('DELETE', nobody)).toBe('404 unknown-person');
});
