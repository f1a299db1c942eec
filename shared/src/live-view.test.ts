import { expect, test } from 'vitest';
import type { GroupId } from './ids.ts';
import { diffLiveViews } from './live-diff.ts';
import { applyLiveMessage } from './live-messages.ts';
import type { GroupView, LiveView } from './live-view.ts';

const group = (name: string): GroupView => ({ name }) as GroupView;

function view(change: Partial<LiveView> = {}): LiveView {
  return {
    workshop: { title: 'A' } as LiveView['workshop'],
    now: { step: null, since: 0 },
    agenda: {},
    timer: null,
    messages: {},
    stage: 'lobby',
    people: { joined: 1, connected: 1 },
    documents: {},
    groups: { ['g1' as GroupId]: group('Water'), ['g2' as GroupId]: group('Schools') },
    taken: {},
    partners: {},
    charter: { preamble: '', closing: '', items: [], adopted: null },
    votes: {},
    comments: {},
    together: {},
    reworded: {},
    amendments: {},
    presentation: null,
    feedback: {},
    feedbackCounts: {},
    screen: { shows: 'stage' } as LiveView['screen'],
    coverage: { total: 0 } as LiveView['coverage'],
    overlaps: {},
    overlapCount: 0,
    ...change,
  };
}

test('LV1 a snapshot and then patches lead to the same view as a new snapshot', () => {
  const before = view();
  const after = view({
    stage: 'plenary',
    groups: { ['g2' as GroupId]: group('Schools and health'), ['g3' as GroupId]: group('New') },
  });
  const changes = diffLiveViews(before, after);
  const patched = applyLiveMessage(before, { type: 'patch', now: 1, changes });
  expect(patched).toEqual(after);
  expect(before.stage).toBe('lobby');
});

test('LV1 what has not changed does not travel', () => {
  expect(diffLiveViews(view(), view())).toEqual([]);
  const changes = diffLiveViews(view(), view({ people: { joined: 2, connected: 1 } }));
  expect(changes).toEqual([{ part: 'people', value: { joined: 2, connected: 1 } }]);
});

test('LV2 a patch before any snapshot changes nothing', () => {
  expect(applyLiveMessage(null, { type: 'patch', now: 1, changes: [{ part: 'stage', value: 'closed' }] })).toBeNull();
});
