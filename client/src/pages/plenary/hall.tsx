import type { GroupId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closedVotes } from '../../vote/vote-facts.ts';
import { AdoptedScene } from './adopted-scene.tsx';
import { CharterScene } from './charter-scene.tsx';
import { CoverageScene } from './coverage-scene.tsx';
import { Foot } from './foot.tsx';
import { GroupScene, groupPages } from './group-scene.tsx';
import { HallNoteContext, useHallNote } from './hall-note.tsx';
import { type PresenterKey, usePresenterKeys } from './keys.ts';
import { Lobby } from './lobby.tsx';
import { OverlapScene } from './overlap-scene.tsx';
import { PresentingScene } from './presenting-scene.tsx';
import { groupsInOrder, type Scene, sceneOf, type Wish } from './scene.ts';
import { useEveryFont } from './use-every-font.ts';
import { VoteScene } from './vote-scene.tsx';
import { Wall } from './wall.tsx';

/** A result older than this, in milliseconds, is not news when the screen is switched on. */
const freshFor = 15 * 60 * 1000;

/** The words of every scene: waited for once, so that no part that appears later makes the whole screen wait. */
export const allWords = ['plenary', 'screen', 'vote', 'strategy', 'amendments', 'hall', 'charter', 'frame'] as const;

export interface HallProps {
  view: LiveView;
  isLive: boolean;
  /** The time on the server. */
  now: () => number;
  /** The projector itself, which nobody can press: it has no buttons, and only the control page turns its pages. */
  isScreen?: boolean;
  /** For whoever sets the projector up, with a pointer: it belongs to another workshop from now on. */
  onLeave?: () => void;
}

/** What the hall sees: it follows the facilitator and the stage, needs no keyboard, and never moves because somebody types. */
export function Hall({ view, isLive, now, isScreen = false, onLeave }: HallProps) {
  useTranslation(allWords);
  const [wish, setWish] = useState<Wish>(() => ({ group: null, seenResult: oldResult(view, now()) }));
  const scene = sceneOf(view, wish);
  const { page, pages, turn, onPages } = usePages(nameOf(scene), scene.scene === 'group', view.screen.page);
  const press = useCallback(
    (key: PresenterKey) => {
      const step = key === 'next' ? 1 : -1;
      const isInside = page + step >= 0 && page + step < pages;
      if (key === 'back') setWish((before) => stepBack(scene, before));
      else if (isInside) turn(step);
      else if (scene.scene === 'group') setWish((before) => neighbour(view, before, step));
    },
    [scene, page, pages, turn, view],
  );
  usePresenterKeys(press);
  const note = useHallNote(view, now);
  useEveryFont(isScreen);
  const openGroup = (group: GroupId) => setWish((before) => ({ ...before, group }));
  return (
    <HallNoteContext value={note}>
      <SceneShown {...{ view, scene, page, onPages }} {...(isScreen ? {} : { onGroup: openGroup })} />
      <Foot {...{ view, scene, isLive, page, pages, isScreen }} onKey={press} {...(onLeave ? { onLeave } : {})} />
    </HallNoteContext>
  );
}

interface SceneShownProps {
  view: LiveView;
  scene: Scene;
  page: number;
  onPages: (pages: number) => void;
  onGroup?: (group: GroupId) => void;
}

function SceneShown({ view, scene, page, onPages, onGroup }: SceneShownProps) {
  switch (scene.scene) {
    case 'lobby':
      return <Lobby view={view} />;
    case 'wall':
      return <Wall view={view} of={scene.of} {...(onGroup ? { onGroup } : {})} />;
    case 'group':
      return <GroupScene key={scene.id} group={scene.group} page={page} />;
    case 'presenting':
      return (
        <PresentingScene
          key={scene.presentation.id}
          group={scene.group}
          presentation={scene.presentation}
          feedback={view.feedback}
        />
      );
    case 'coverage':
      return <CoverageScene view={view} />;
    case 'overlap':
      return <OverlapScene view={view} page={page} onPages={onPages} />;
    case 'charter':
      return <CharterScene view={view} isWording={scene.isWording} page={page} onPages={onPages} />;
    case 'vote':
      return <VoteScene key={scene.vote.id} view={view} vote={scene.vote} page={page} onPages={onPages} />;
    case 'adopted':
      return <AdoptedScene record={scene.record} title={view.workshop.title} page={page} onPages={onPages} />;
  }
}

/** The page that is shown: as far as the control page has turned (`decided`), and here on top of that; behind the last comes the first. */
function usePages(name: string, isGroup: boolean, decided: number) {
  const [counted, setCounted] = useState({ name, pages: 1 });
  const [turned, setTurned] = useState({ at: '', by: 0 });
  const at = `${name} ${decided}`;
  const by = turned.at === at ? turned.by : 0;
  const pages = isGroup ? groupPages : counted.name === name ? counted.pages : 1;
  const page = (((decided + by) % pages) + pages) % pages;
  const onPages = useCallback(
    (count: number) =>
      setCounted((before) => (before.name === name && before.pages === count ? before : { name, pages: count })),
    [name],
  );
  const turn = useCallback((step: number) => setTurned({ at, by: by + step }), [at, by]);
  return { page, pages, turn, onPages };
}

/** Pages are counted anew for each of these. */
function nameOf(scene: Scene): string {
  if (scene.scene === 'group') return scene.id;
  return scene.scene === 'vote' ? scene.vote.id : scene.scene;
}

function oldResult(view: LiveView, now: number): Wish['seenResult'] {
  const [last] = closedVotes(view);
  return last?.result && now - last.result.closedAt > freshFor ? last.id : null;
}

function stepBack(scene: Scene, wish: Wish): Wish {
  if (scene.scene === 'group') return { ...wish, group: null };
  return scene.scene === 'vote' && scene.vote.result ? { ...wish, seenResult: scene.vote.id } : wish;
}

/** From the last page of a group that was opened here on to the next group. */
function neighbour(view: LiveView, wish: Wish, step: number): Wish {
  const groups = groupsInOrder(view);
  const place = groups.findIndex(({ id }) => id === wish.group);
  const next = place < 0 ? undefined : groups[place + step];
  return next ? { ...wish, group: next.id } : wish;
}
