import type { GroupId, VoteId } from '@board/shared/ids';
import type { GroupView, LiveView, VoteView } from '@board/shared/live-view';
import type { ScreenView } from '@board/shared/screen-view';
import type { Stage } from '@board/shared/stages';
import { expect, test } from 'vitest';
import { groupsInOrder, sceneOf } from './scene.ts';

const id = 'g1' as GroupId;
const nothing = { group: null, seenResult: null };

function view(stage: Stage, change: Partial<LiveView> = {}): LiveView {
  return {
    stage,
    groups: { ['g2' as GroupId]: { place: 1 } as GroupView, [id]: { place: 0 } as GroupView },
    charter: { preamble: '', closing: '', items: [], adopted: null },
    votes: {},
    amendments: {},
    screen: { shows: 'stage', group: null },
    ...change,
  } as LiveView;
}

function vote(name: string, openedAt: number, closedAt: number | null): Record<VoteId, VoteView> {
  const result = closedAt === null ? null : { closedAt };
  return { [name as VoteId]: { id: name, openedAt, result } as unknown as VoteView };
}

test('LV11 the projector follows the stage', () => {
  expect(sceneOf(view('lobby'), nothing)).toEqual({ scene: 'lobby' });
  expect(sceneOf(view('group-work'), nothing)).toEqual({ scene: 'wall', of: 'progress' });
  expect(sceneOf(view('plenary'), nothing)).toEqual({ scene: 'wall', of: 'priorities' });
  expect(sceneOf(view('charter-preparation'), nothing)).toEqual({ scene: 'charter', isWording: true });
  expect(sceneOf(view('charter-adoption'), nothing)).toEqual({ scene: 'charter', isWording: false });
  expect(groupsInOrder(view('lobby')).map((one) => one.id)).toEqual(['g1', 'g2']);
});

test('LV11 one group stands large when somebody asks for it, and only where groups are shown', () => {
  const wish = { ...nothing, group: id };
  expect(sceneOf(view('plenary'), wish)).toMatchObject({ scene: 'group', id });
  expect(sceneOf(view('charter-adoption'), wish)).toMatchObject({ scene: 'charter' });
  expect(sceneOf(view('plenary'), { ...nothing, group: 'gone' as GroupId })).toMatchObject({ scene: 'wall' });
});

test('LV11 an open vote comes first; a result stays until the next vote or until it is put aside', () => {
  const votes = { ...vote('old', 1, 2), ...vote('new', 3, 4) };
  expect(sceneOf(view('charter-adoption', { votes }), nothing)).toMatchObject({ scene: 'vote', vote: { id: 'new' } });
  const aside = { ...nothing, seenResult: 'new' as VoteId };
  expect(sceneOf(view('charter-adoption', { votes }), aside)).toMatchObject({ scene: 'charter' });
  const withOpen = { ...votes, ...vote('open', 5, null) };
  expect(sceneOf(view('charter-adoption', { votes: withOpen }), aside)).toMatchObject({ vote: { id: 'open' } });
});

test('LV11 an adopted charter is shown once nothing is open any more', () => {
  const charter = { preamble: '', closing: '', items: [], adopted: { adoptedAt: 1 } } as unknown as LiveView['charter'];
  expect(sceneOf(view('closed', { charter }), nothing)).toMatchObject({ scene: 'adopted' });
  expect(sceneOf(view('charter-adoption', { charter, votes: vote('v', 1, 2) }), nothing).scene).toBe('adopted');
});

test('CH49 whatever shows the charter shows an adopted one by its record', () => {
  const charter = { preamble: '', closing: '', items: [], adopted: { adoptedAt: 1 } } as unknown as LiveView['charter'];
  for (const shows of ['charter', 'vote', 'closing'] as const)
    expect(
      sceneOf(view('charter-adoption', { charter, screen: { shows, group: null } as ScreenView }), nothing),
    ).toEqual({
      scene: 'adopted',
      record: charter.adopted,
    });
});

test('CH38 an amendment that the hall looks at comes after an open vote, and before the last result', () => {
  const shown = { place: 'preamble', settled: null, shown: true };
  const amendments = { a: shown } as unknown as LiveView['amendments'];
  const at = (change: Partial<LiveView>) => sceneOf(view('charter-adoption', { amendments, ...change }), nothing);
  expect(at({ votes: vote('v', 1, 2) })).toMatchObject({ scene: 'charter' });
  expect(at({ votes: vote('v', 1, null) })).toMatchObject({ scene: 'vote' });
});

test('LV11 a group that presents comes before what the stage shows, an open vote before it', () => {
  const presentation = { id: 'p1', groupId: id } as LiveView['presentation'];
  for (const stage of ['lobby', 'plenary', 'charter-preparation'] as const)
    expect(sceneOf(view(stage, { presentation }), nothing)).toMatchObject({ scene: 'presenting', presentation });
  const votes = vote('v1', 1, null);
  expect(sceneOf(view('charter-adoption', { presentation, votes }), nothing)).toMatchObject({ scene: 'vote' });
  const gone = { id: 'p1', groupId: 'gone' } as unknown as LiveView['presentation'];
  expect(sceneOf(view('plenary', { presentation: gone }), nothing)).toMatchObject({ scene: 'wall' });
});

test('SC5 what the facilitator has chosen comes before the stage; what is gone falls back to it', () => {
  const shown = (screen: Partial<ScreenView>, change: Partial<LiveView> = {}, stage: Stage = 'group-work') =>
    sceneOf(view(stage, { screen: { group: null, ...screen } as ScreenView, ...change }), nothing);
  expect(shown({ shows: 'join' })).toEqual({ scene: 'lobby' });
  expect(shown({ shows: 'coverage' })).toEqual({ scene: 'coverage' });
  expect(shown({ shows: 'overlap' }, {}, 'lobby')).toEqual({ scene: 'overlap' });
  expect(shown({ shows: 'group', group: id })).toMatchObject({ scene: 'group', id });
  expect(shown({ shows: 'group', group: 'gone' as GroupId })).toMatchObject({ scene: 'wall' });
  expect(shown({ shows: 'charter' })).toMatchObject({ scene: 'charter' });
  expect(shown({ shows: 'vote' })).toMatchObject({ scene: 'charter' });
  const votes = { ...vote('old', 1, 2), ...vote('open', 3, null) };
  expect(shown({ shows: 'vote' }, { votes })).toMatchObject({ scene: 'vote', vote: { id: 'open' } });
  expect(shown({ shows: 'wall' }, { votes })).toMatchObject({ scene: 'wall', of: 'progress' });
  expect(shown({ shows: 'closing' })).toMatchObject({ scene: 'charter' });
});

test('SC22 of several open votes the one that the facilitator has put on the wall is shown, else the one opened first; one that is closed gives way', () => {
  const votes = { ...vote('a', 1, null), ...vote('b', 2, null), ...vote('c', 3, 9) };
  for (const shows of ['stage', 'vote'] as const) {
    const on = (chosen: string | null) =>
      sceneOf(
        view('charter-adoption', { votes, screen: { shows, group: null, vote: chosen } as unknown as ScreenView }),
        nothing,
      );
    expect(on(null)).toMatchObject({ vote: { id: 'a' } });
    expect(on('b')).toMatchObject({ vote: { id: 'b' } });
    expect(on('c')).toMatchObject({ vote: { id: 'a' } });
  }
});
