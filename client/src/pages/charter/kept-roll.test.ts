import { type GroupId, newId, type PersonId, type VoteId } from '@board/shared/ids';
import type { LiveView, VoteView } from '@board/shared/live-view';
import { expect, test } from 'vitest';
import { type KeptRoll, lastVote, parseRoll } from './kept-roll.ts';

const hour = 60 * 60_000;
const viewOf = (...votes: Partial<VoteView>[]): LiveView =>
  ({ votes: Object.fromEntries(votes.map((vote) => [vote.id, vote])) }) as unknown as LiveView;

test('VO98 what was said of the roll is read as it was kept, and nothing of another shape', () => {
  const kept: KeptRoll = {
    vote: newId<VoteId>(),
    roll: {
      absent: { people: [newId<PersonId>()], note: 'went home' },
      byHand: [newId<PersonId>()],
      withoutPhone: [
        { groupId: null, people: 2 },
        { groupId: newId<GroupId>(), people: 1 },
      ],
    },
  };
  expect(parseRoll(JSON.stringify(kept))).toEqual(kept);
  for (const foreign of [null, '7', 'null', '{}', '{"vote":"all","roll":{}}']) expect(parseRoll(foreign)).toBeNull();
  const strange = {
    absent: { people: ['Ana', 4], note: 'x' },
    byHand: 'all',
    withoutPhone: [{ groupId: 'x', people: 1 }, { groupId: null, people: -1 }, null],
  };
  expect(parseRoll(JSON.stringify({ ...kept, roll: strange }))).toEqual({
    vote: kept.vote,
    roll: { byHand: [], withoutPhone: [] },
  });
});

test('VO98 the vote before is the one that was opened last, and none when that is half a day ago', () => {
  const [first, second] = [newId<VoteId>(), newId<VoteId>()];
  const view = viewOf({ id: second, openedAt: 2 * hour }, { id: first, openedAt: hour });
  expect(lastVote(view, 3 * hour)?.id).toBe(second);
  expect(lastVote(view, 9 * hour)).toBeNull();
  expect(lastVote(viewOf(), hour)).toBeNull();
});
