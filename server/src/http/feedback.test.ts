import type { CommentView, GroupComments } from '@board/shared/commands';
import type { GroupFeedback } from '@board/shared/commands-present';
import { type FeedbackId, groupDocument, newId } from '@board/shared/ids';
import { removeRow } from '@board/shared/model/strategy-edits';
import { inFeedbackOrder } from '@board/shared/presentation';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { hall, here, view } from '../gathering.fixture.ts';
import { type Browser, come, edit } from '../hall.fixture.ts';
import {
  begin,
  eachWithTwoGroups,
  end,
  feedbackAt,
  first,
  goTo,
  guest,
  heard,
  mark,
  passTenSeconds,
  row,
  say,
  sayNameless,
  slipsFor,
} from './presentations.fixture.ts';

eachWithTwoGroups();

const comments = async (who: Browser = here.facilitator): Promise<CommentView[]> =>
  (await who.must<GroupComments>('GET', `${here.at}/groups/${first}/comments`)).comments ?? [];
const handOver = () =>
  here.facilitator.must<{ comments: number }>('POST', `${here.at}/groups/${first}/feedback/hand-over`, {});

test('PR6 Named feedback carries the name of the session, stands in the live view, and is there once when sent twice', async () => {
  const gus = await guest();
  const id = await begin();
  const said = { id: newId<FeedbackId>(), kind: 'suggestion', text: ' Ask the ministry too. ', row };
  await gus.must('POST', feedbackAt(id), said);
  await gus.must('POST', feedbackAt(id), said);
  await hall.restart();
  expect((await view()).feedback).toEqual({
    [said.id]: {
      kind: 'suggestion',
      text: 'Ask the ministry too.',
      row,
      name: 'Gus',
      starred: false,
      takenUp: false,
      order: 0,
    },
  });
  const other = await guest('Gil');
  expect(await other.refusal('POST', feedbackAt(id), said)).toBe('400 bad-request id');
});

test('PR6 Members of other groups and facilitators say something, five times each; the group itself, observers and screens do not', async () => {
  const gus = await guest();
  const mate = await come(here, 'Mia', { groupId: first });
  const id = await begin();
  const once = () => ({ id: newId(), kind: 'support', text: 'Well done', row: null });
  for (let index = 0; index < limits.feedbackPerPerson; index++) await gus.must('POST', feedbackAt(id), once());
  expect(await gus.refusal('POST', feedbackAt(id), once())).toBe('429 feedback-spent');
  await here.facilitator.must('POST', feedbackAt(id), once());
  expect(await mate.refusal('POST', feedbackAt(id), once())).toBe('403 own-presentation');
  const watcher = await come(here, 'Wim', { role: 'observer' });
  const screen = await come(here, 'Wall', { role: 'screen' });
  expect(await watcher.refusal('POST', feedbackAt(id), once())).toBe('403 observer-only-reads');
  expect(await screen.refusal('POST', feedbackAt(id), once())).toBe('403 screen-only-watches');
  expect(await gus.refusal('POST', feedbackAt(id), { ...once(), text: ' ' })).toBe('400 bad-request text');
  const long = 'a'.repeat(limits.feedbackText + 1);
  expect(await gus.refusal('POST', feedbackAt(id), { ...once(), text: long })).toMatch(/^400 bad-request/);
});

test('PR7 Feedback given in another way than the facilitator has chosen by now is refused, and after the end too', async () => {
  const gus = await guest();
  const id = await begin();
  const once = () => ({ id: newId(), kind: 'support', text: 'Well done', row: null });
  const covered = { covered: Array.from({ length: limits.feedbackPerPerson }, () => 'a'.repeat(64)) };
  const slips = `${here.at}/presentations/${id}/slips`;
  expect(await gus.refusal('POST', slips, covered)).toBe('409 feedback-changed');
  await here.facilitator.must('PATCH', `${here.at}/presentations/${id}`, { feedback: 'nameless' });
  expect(await gus.refusal('POST', feedbackAt(id), once())).toBe('409 feedback-changed');
  await here.facilitator.must('PATCH', `${here.at}/presentations/${id}`, { feedback: 'off' });
  expect(await gus.refusal('POST', feedbackAt(id), once())).toBe('409 feedback-changed');
  await end(id);
  expect(await gus.refusal('POST', feedbackAt(id), once())).toBe('409 presentation-over');
  expect(await gus.refusal('POST', feedbackAt(newId()), once())).toBe('404 unknown-presentation');
  expect((await view()).feedback).toEqual({});
});

test('PR8 What is hidden is in no live view, what is starred stands first, what is taken up stands last', async () => {
  const gus = await guest();
  const id = await begin();
  const [one, two, three, four] = [
    await say(gus, id, 'One'),
    await say(gus, id, 'Two'),
    await say(gus, id, 'Three'),
    await say(gus, id, 'Four'),
  ] as const;
  await mark(one, { takenUp: true });
  await mark(two, { hidden: true });
  await mark(four, { starred: true });
  const inOrder = async () => inFeedbackOrder((await view()).feedback).map(({ id }) => id);
  expect(await inOrder()).toEqual([four, three, one]);
  expect(JSON.stringify(await view())).not.toContain('Two');
  expect((await heard()).find(({ id }) => id === two)).toMatchObject({ text: 'Two', hidden: true, name: 'Gus' });
  await mark(two, { hidden: false });
  expect(await inOrder()).toEqual([four, two, three, one]);
  expect(await gus.refusal('PATCH', `${here.at}/feedback/${one}`, { hidden: true })).toBe('403 facilitator-only');
  expect(await here.facilitator.refusal('PATCH', `${here.at}/feedback/${newId()}`, { hidden: true })).toBe(
    '404 unknown-feedback',
  );
});

test('PR9 What was said is handed over to the group’s page once, as comments that say where they come from, without what is hidden', async () => {
  const gus = await guest();
  const id = await begin();
  await say(gus, id, 'Which ministry?', { row });
  await mark(await say(gus, id, 'Boring'), { hidden: true });
  const [slip] = await (async () => {
    await here.facilitator.must('PATCH', `${here.at}/presentations/${id}`, { feedback: 'nameless' });
    return slipsFor(gus, id);
  })();
  await sayNameless(id, slip!, 'Talk to the press.');
  expect((await view()).feedbackCounts[first]!.left).toBe(1);
  await end(id);
  expect((await view()).feedbackCounts[first]!.left).toBe(2);
  expect(await handOver()).toEqual({ comments: 2 });
  expect(await handOver()).toEqual({ comments: 0 });
  await hall.restart();
  const [named, nameless, ...more] = await comments();
  expect(more).toEqual([]);
  expect(named).toMatchObject({ text: 'Which ministry?', name: 'Gus', author: gus.personId, row, heard: 'question' });
  expect(nameless).toMatchObject({ text: 'Talk to the press.', name: '', author: null, row, heard: 'suggestion' });
  expect((await heard()).map(({ handedOver }) => handedOver)).toEqual([true, false, true]);
});

test('PR9 While a group presents only what was said by name is handed over, and a group without rows takes no comments', async () => {
  const gus = await guest();
  const id = await begin(first, 'nameless');
  const [slip] = await slipsFor(gus, id);
  await sayNameless(id, slip!, 'Talk to the press.');
  passTenSeconds();
  expect(await handOver()).toEqual({ comments: 0 });
  await end(id);
  await edit(here, groupDocument(first), (doc) => removeRow(doc, row));
  expect(await here.facilitator.refusal('POST', `${here.at}/groups/${first}/feedback/hand-over`, {})).toBe(
    '404 unknown-row',
  );
  expect(await gus.refusal('POST', `${here.at}/groups/${first}/feedback/hand-over`, {})).toBe('403 facilitator-only');
});

test('PR10 Only facilitators read all that was said to a group, and only when it has changed', async () => {
  const gus = await guest();
  const id = await begin();
  await say(gus, id, 'One');
  const path = `${here.at}/groups/${first}/feedback`;
  expect(await gus.refusal('GET', path)).toBe('403 facilitator-only');
  const { version } = await here.facilitator.must<GroupFeedback>('GET', path);
  expect(version).toBe((await view()).feedbackCounts[first]!.version);
  const again = await here.facilitator.must<GroupFeedback>('GET', `${path}?version=${version}`);
  expect(again).toEqual({ version, feedback: null });
});

test('PR6 Feedback that cannot be stored is not there, and says so', async () => {
  const gus = await guest();
  const id = await begin();
  const once = { id: newId(), kind: 'support', text: 'Well done', row: null };
  hall.faults.log = true;
  expect(await gus.refusal('POST', feedbackAt(id), once)).toBe('503 not-stored');
  hall.faults.log = false;
  expect((await view()).feedback).toEqual({});
  await gus.must('POST', feedbackAt(id), once);
  expect(Object.keys((await view()).feedback)).toEqual([once.id]);
});

test('SG43 When the stage closes feedback nothing more is said, with a name and without, and what was said stays', async () => {
  const gus = await guest();
  const id = await begin();
  const said = { id: newId<FeedbackId>(), kind: 'question', text: 'By when?', row: null };
  await gus.must('POST', feedbackAt(id), said);
  await goTo('group-work');
  expect((await view()).presentation?.id).toBe(id);
  const late = { ...said, id: newId<FeedbackId>() };
  expect(await gus.refusal('POST', feedbackAt(id), late)).toBe('403 stage-closes-feedback');
  expect(await here.facilitator.refusal('POST', feedbackAt(id), late)).toBe('403 stage-closes-feedback');
  await gus.must('POST', feedbackAt(id), said);
  expect(Object.keys((await view()).feedback)).toEqual([said.id]);

  await goTo('plenary');
  await here.facilitator.must('PATCH', `${here.at}/presentations/${id}`, { feedback: 'nameless' });
  const [sent, kept] = await slipsFor(gus, id);
  await sayNameless(id, sent!, 'Before.');
  await goTo('group-work');
  await expect(sayNameless(id, kept!, 'After.')).rejects.toThrow('stage-closes-feedback');
  await sayNameless(id, sent!, 'Before.');
  await expect(slipsFor(await guest('Gil'), id)).rejects.toThrow('stage-closes-feedback');
  await goTo('plenary');
  await sayNameless(id, kept!, 'After.');
});
