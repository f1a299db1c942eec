import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { closedVotes } from '../../vote/vote-facts.ts';
import { AdoptedScene } from './adopted-scene.tsx';
import { CharterScene } from './charter-scene.tsx';
import { Foot } from './foot.tsx';
import { GroupScene, groupPages } from './group-scene.tsx';
import { type PresenterKey, usePresenterKeys } from './keys.ts';
import { Lobby } from './lobby.tsx';
import styles from './plenary-page.module.css';
import { PresentingScene } from './presenting-scene.tsx';
import { groupsInOrder, type Scene, sceneOf, type Wish } from './scene.ts';
import { VoteScene } from './vote-scene.tsx';
import { Wall } from './wall.tsx';

/** A result older than this, in milliseconds, is not news when the screen is switched on. */
const freshFor = 15 * 60 * 1000;

/** One screen for the hall: it follows the stage, needs no keyboard, and never moves because somebody types. */
export function PlenaryPage({ workshopId }: Address) {
  const { t } = useTranslation('plenary');
  const { view, status, serverNow } = useLiveView(workshopId);
  const title = view?.workshop.title ?? '';
  useEffect(() => {
    document.title = title === '' ? t('name') : `${t('name')} · ${title}`;
  }, [title, t]);
  if (status.state === 'refused') {
    return (
      <main className={styles['refused']}>
        <RefusalBanner
          refusal={{ code: status.why }}
          action={<LinkButton href={`/w/${workshopId}`}>{t('join')}</LinkButton>}
        />
      </main>
    );
  }
  return (
    <main className={styles['screen']} id="content">
      {view ? (
        <Hall workshopId={workshopId} view={view} isLive={status.state === 'live'} now={serverNow} />
      ) : (
        <p className={styles['connecting']}>{t('foot.connecting')}</p>
      )}
    </main>
  );
}

interface HallProps {
  workshopId: WorkshopId;
  view: LiveView;
  isLive: boolean;
  now: () => number;
}

function Hall({ workshopId, view, isLive, now }: HallProps) {
  const [wish, setWish] = useState<Wish>(() => ({ group: null, seenResult: oldResult(view, now()) }));
  const scene = sceneOf(view, wish);
  const name = nameOf(scene);
  const [paging, setPaging] = useState({ name, page: 0, pages: 1 });
  const page = paging.name === name ? Math.min(paging.page, paging.pages - 1) : 0;
  const pages = scene.scene === 'group' ? groupPages : paging.name === name ? paging.pages : 1;
  const onPages = useCallback(
    (count: number) =>
      setPaging((now) => (now.name === name ? { ...now, pages: count } : { name, page: 0, pages: count })),
    [name],
  );
  const press = useCallback(
    (key: PresenterKey) => {
      if (key === 'back') setWish((before) => stepBack(scene, before));
      else {
        const to = page + (key === 'next' ? 1 : -1);
        if (to >= 0 && to < pages) setPaging({ name, page: to, pages });
        else if (scene.scene === 'group') setWish((before) => neighbour(view, before, key));
      }
    },
    [scene, name, page, pages, view],
  );
  usePresenterKeys(press);
  return (
    <>
      <SceneShown
        {...{ workshopId, view, scene, page, onPages }}
        onGroup={(group) => setWish((before) => ({ ...before, group }))}
      />
      <Foot {...{ view, scene, isLive, page, pages }} onKey={press} />
    </>
  );
}

interface SceneShownProps {
  workshopId: WorkshopId;
  view: LiveView;
  scene: Scene;
  page: number;
  onPages: (pages: number) => void;
  onGroup: (group: Wish['group']) => void;
}

function SceneShown({ workshopId, view, scene, page, onPages, onGroup }: SceneShownProps) {
  switch (scene.scene) {
    case 'lobby':
      return <Lobby workshopId={workshopId} view={view} />;
    case 'wall':
      return <Wall view={view} of={scene.of} onGroup={onGroup} />;
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
    case 'charter':
      return <CharterScene view={view} isWording={scene.isWording} page={page} onPages={onPages} />;
    case 'vote':
      return <VoteScene key={scene.vote.id} view={view} vote={scene.vote} page={page} onPages={onPages} />;
    case 'adopted':
      return <AdoptedScene record={scene.record} title={view.workshop.title} page={page} onPages={onPages} />;
  }
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

function neighbour(view: LiveView, wish: Wish, key: PresenterKey): Wish {
  const groups = groupsInOrder(view);
  const place = groups.findIndex(({ id }) => id === wish.group);
  const next = groups[place + (key === 'next' ? 1 : -1)];
  return next ? { ...wish, group: next.id } : wish;
}
