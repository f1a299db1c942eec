import type { GroupId } from '@board/shared/ids';
import type { GroupView, LiveView } from '@board/shared/live-view';
import { wanted } from '@board/shared/model/completeness';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupMark, hueOf } from '../../ui/group-mark.tsx';
import { Icon } from '../../ui/icons.tsx';
import { StepsRing } from '../../ui/steps-ring.tsx';
import { fitWall, leadingFor, type WallFit } from './fit.ts';
import { groupsInOrder } from './scene.ts';
import { SceneFrame } from './scene-frame.tsx';
import { useWideScreen } from './use-wide-screen.ts';
import styles from './wall.module.css';

export interface WallProps {
  view: LiveView;
  /** What the tiles tell: how far each group is, or what it presents. */
  of: 'progress' | 'priorities';
  onGroup: (group: GroupId) => void;
}

/** All groups at once, each in a tile whose size depends on their number only. A press on one shows it large. */
export function Wall({ view, of, onGroup }: WallProps) {
  const { t, i18n } = useTranslation('plenary');
  const groups = groupsInOrder(view);
  const leading = leadingFor(i18n.language, wordsOf(groups));
  const fit = fitWall(groups.length, of === 'progress' ? 3 : 1, leading, useWideScreen());
  const count = groups.filter(({ group }) => (of === 'progress' ? group.progress.ready : group.presented)).length;
  const aside = t(of === 'progress' ? 'wall.ready' : 'wall.presented', { count, groups: groups.length });
  return (
    <SceneFrame title={t(`wall.${of}`)} aside={groups.length > 0 && aside}>
      {groups.length === 0 ? (
        <p className={styles['none']}>{t('wall.noGroups')}</p>
      ) : (
        <ul className={styles['wall']} style={wallStyle(fit)}>
          {groups.map(({ id, group }) => (
            <li key={id} className={styles['tile']} style={hueOf(group.place)}>
              <button type="button" className={styles['name']} onClick={() => onGroup(id)}>
                <GroupMark name={group.name} place={group.place} size="large" />
                <span className={styles['words']} dir="auto">
                  {group.name}
                </span>
                {of === 'progress' && (
                  <StepsRing {...group.progress.steps} words={t('tile.steps', { ...group.progress.steps })} />
                )}
              </button>
              {of === 'progress' ? <Counts group={group} lines={fit.countLines} /> : <Standing group={group} />}
              {fit.textLines > 0 && <Priorities group={group} lines={fit.textLines} />}
            </li>
          ))}
        </ul>
      )}
    </SceneFrame>
  );
}

/** Three lines of figures; where there is room for fewer, what says most stays. */
function Counts({ group: { progress }, lines }: { group: GroupView; lines: number }) {
  const { t } = useTranslation('plenary');
  const { rows, actions, priorities, contributions, withoutIndicator, withoutTimeframe, ready } = progress;
  const gaps = withoutIndicator + withoutTimeframe;
  const wholes = [
    t('tile.priorities', { done: priorities, wanted: wanted.priorities }),
    t('tile.contributions', { done: contributions, wanted: wanted.contributions }),
  ];
  return (
    <div className={styles['counts']}>
      <p>
        {ready && <Done>{t('tile.ready')}</Done>}
        {lines === 2 && `${t('tile.rows', { count: rows })} · `}
        {t('tile.actions', { count: actions })}
        {gaps > 0 && ` · ${t('tile.gaps', { count: gaps })}`}
      </p>
      {lines === 2 && <p>{wholes.join(' · ')}</p>}
      {lines > 2 && wholes.map((whole) => <p key={whole}>{whole}</p>)}
    </div>
  );
}

function Done({ children }: { children: string }) {
  return (
    <strong className={styles['done']}>
      <Icon name="check" />
      {children}
    </strong>
  );
}

function Standing({ group }: { group: GroupView }) {
  const { t } = useTranslation('plenary');
  return (
    <div className={styles['counts']}>
      <p>
        {group.presented ? <Done>{t('tile.presented')}</Done> : t('tile.actions', { count: group.progress.actions })}
      </p>
    </div>
  );
}

/** The group's priority actions as they are typed; what does not fit ends in "…". */
function Priorities({ group, lines }: { group: GroupView; lines: number }) {
  const { t } = useTranslation('plenary');
  if (group.keptClosed && !group.presented) return <p className={styles['soft']}>{t('tile.keptClosed')}</p>;
  if (group.priorities.length === 0) return <p className={styles['soft']}>{t('tile.noPriorities')}</p>;
  const shown = group.priorities.slice(0, lines);
  const clamp = { '--lines': Math.max(1, Math.floor(lines / shown.length)) } as CSSProperties;
  return (
    <div className={styles['priorities']} style={clamp}>
      {shown.map((priority) => (
        <p key={priority.rowId} dir="auto">
          <bdi className={styles['number']}>{priority.number}</bdi>{' '}
          {priority.actions
            .map((action) => action.text)
            .filter((text) => text !== '')
            .join(' / ') || t('group.noAction')}
        </p>
      ))}
    </div>
  );
}

/** All that is read on the wall, to know its scripts. */
function wordsOf(groups: ReturnType<typeof groupsInOrder>): string {
  const actions = groups.flatMap(({ group }) => group.priorities).flatMap((priority) => priority.actions);
  return [...groups.map(({ group }) => group.name), ...actions.map((action) => action.text)].join(' ');
}

function wallStyle({ columns, rows, size, leading, nameLines }: WallFit): CSSProperties {
  return {
    '--columns': columns,
    '--rows': rows,
    '--size': size,
    '--line': leading,
    '--name-lines': nameLines,
  } as CSSProperties;
}
