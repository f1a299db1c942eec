import type { LiveView } from '@board/shared/live-view';
import { compareOverlaps, type OverlapView } from '@board/shared/screen-view';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { useSdgWords } from '../../strategy/pickers/sdg-words.ts';
import { GroupMark } from '../../ui/group-mark.tsx';
import styles from './overlap-scene.module.css';
import { groupsInOrder } from './scene.ts';
import { SceneFrame } from './scene-frame.tsx';
import { type Settled, useSettledOrder } from './settled-order.ts';
import { wordsIn } from './words-in.ts';

const perPage = 7;
/** So many have room to stand large, with the names of their groups. */
const few = 3;
/** Places for marks of groups on one line, and for names on two; the last is for how many more there are. */
const mostMarks = 6;
const mostNames = 4;

export interface OverlapSceneProps {
  view: LiveView;
  page: number;
  onPages: (pages: number) => void;
}

/** What several groups have, for the hall to talk about, and what was decided. */
export function OverlapScene({ view, page, onPages }: OverlapSceneProps) {
  const { t } = useTranslation('screen');
  const { t: ofHall } = useTranslation('hall');
  const now = useMemo(() => Object.values(view.overlaps).sort(compareOverlaps), [view.overlaps]);
  const { list, added } = useSettledOrder(now, view.screen.page);
  const pages = Math.max(1, Math.ceil(list.length / perPage));
  useEffect(() => onPages(pages), [onPages, pages]);
  const isLarge = list.length <= few;
  const first = Math.min(page, pages - 1) * perPage;
  const done = list.filter(({ overlap }) => overlap.decided !== null).length;
  const unlisted = view.overlapCount - now.length;
  const aside = [
    t('overlap.decided', { done, count: list.length }),
    added > 0 && t('overlap.added', { count: added }),
    unlisted > 0 && ofHall('overlaps.unlisted', { count: unlisted }),
  ];
  return (
    <SceneFrame title={t('overlap.title')} aside={list.length > 0 && aside.filter(Boolean).join(' · ')}>
      {list.length === 0 ? (
        <p className={styles['none']}>{t('overlap.none')}</p>
      ) : (
        <ul className={styles['overlaps']} data-few={isLarge ? list.length : undefined}>
          {list.slice(first, first + perPage).map((settled) => (
            <Overlap key={settled.key} settled={settled} view={view} isLarge={isLarge} />
          ))}
        </ul>
      )}
    </SceneFrame>
  );
}

interface OverlapProps {
  settled: Settled;
  view: LiveView;
  isLarge: boolean;
}

function Overlap({ settled: { overlap, isGone }, view, isLarge }: OverlapProps) {
  const { t } = useTranslation('screen');
  const { kind, decided } = overlap;
  return (
    <li className={styles['overlap']} data-gone={isGone || undefined}>
      <div className={styles['what']}>
        <p className={styles['kind']}>{t(`overlap.kind.${kind}`)}</p>
        <Name overlap={overlap} />
      </div>
      <Groups overlap={overlap} view={view} withNames={isLarge} />
      <p className={styles['decided']} data-decided={decided ?? undefined}>
        {isGone ? t('overlap.gone') : t(decided === null ? 'overlap.open' : `overlap.choice.${decided}`)}
      </p>
    </li>
  );
}

function Name({ overlap: { kind, name, text } }: { overlap: OverlapView }) {
  const { i18n } = useTranslation('screen');
  const sdg = useSdgWords(i18n.language);
  if (kind === 'partner') {
    return (
      <p className={styles['name']} dir="auto">
        {name}
      </p>
    );
  }
  const title = kind === 'target' ? sdg?.nameOf(name) : wordsIn(text, i18n.language);
  return (
    <p className={styles['name']} dir="auto" lang={title?.language}>
      <bdi className={styles['number']}>{name}</bdi> {title?.words}
    </p>
  );
}

function Groups({ overlap, view, withNames }: { overlap: OverlapView; view: LiveView; withNames: boolean }) {
  const format = useFormat();
  const groups = groupsInOrder(view).filter(({ id }) => overlap.groups.includes(id));
  const places = withNames ? mostNames : mostMarks;
  const most = groups.length > places ? places - 1 : places;
  return (
    <p className={styles['groups']}>
      {groups.slice(0, most).map(({ id, group }) => (
        <GroupMark key={id} name={group.name} place={group.place} size="large" withName={withNames} />
      ))}
      {groups.length > most && <span>+{format.number(groups.length - most)}</span>}
    </p>
  );
}
