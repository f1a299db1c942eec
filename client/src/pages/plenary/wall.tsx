import type { GroupId } from '@board/shared/ids';
import type { GroupView, LiveView } from '@board/shared/live-view';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupMark, hueOf } from '../../ui/group-mark.tsx';
import { StepsRing } from '../../ui/steps-ring.tsx';
import { fitWall, leadingFor, type WallFit } from './fit.ts';
import { groupsInOrder } from './scene.ts';
import { SceneFrame } from './scene-frame.tsx';
import { Counts, Done } from './tile-counts.tsx';
import { useWideScreen } from './use-wide-screen.ts';
import styles from './wall.module.css';

export interface WallProps {
  view: LiveView;
  /** What the tiles tell: how far each group is, or what it has presented. */
  of: 'progress' | 'priorities';
  /** A press on a tile shows that group large; the projector itself cannot be pressed. */
  onGroup?: (group: GroupId) => void;
}

/** All groups at once, each in a tile whose size depends on their number only. No words of a group before it has presented. */
export function Wall({ view, of, onGroup }: WallProps) {
  const { t, i18n } = useTranslation('plenary');
  const groups = groupsInOrder(view);
  // For the names, which stand: the first letter of a taller script in a group's words changes its own tile.
  const leading = leadingFor(i18n.language, groups.map(({ group }) => group.name).join(' '));
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
              <Name {...(onGroup ? { onPress: () => onGroup(id) } : {})}>
                <GroupMark name={group.name} place={group.place} size="large" />
                <span className={styles['words']} dir="auto">
                  {group.name}
                </span>
                {of === 'progress' && (
                  <StepsRing {...group.progress.steps} words={t('tile.steps', { ...group.progress.steps })} />
                )}
              </Name>
              {of === 'progress' ? (
                <Counts progress={group.progress} lines={fit.countLines + fit.textLines} />
              ) : (
                <Presented group={group} fit={fit} />
              )}
            </li>
          ))}
        </ul>
      )}
    </SceneFrame>
  );
}

function Name({ onPress, children }: { onPress?: () => void; children: ReactNode }) {
  return onPress ? (
    <button type="button" className={styles['name']} onClick={onPress}>
      {children}
    </button>
  ) : (
    <p className={styles['name']}>{children}</p>
  );
}

/** What a group has presented; of one that has not, how far it is. */
function Presented({ group, fit }: { group: GroupView; fit: WallFit }) {
  const { t } = useTranslation('plenary');
  if (!group.presented) return <Counts progress={group.progress} lines={Math.min(2, fit.countLines + fit.textLines)} />;
  return (
    <>
      <div className={styles['counts']}>
        <p>
          <Done>{t('tile.presented')}</Done>
        </p>
      </div>
      {fit.textLines > 0 && <Priorities group={group} fit={fit} />}
    </>
  );
}

/** The group's priority actions as they are typed; what does not fit ends in "…". */
function Priorities({ group, fit }: { group: GroupView; fit: WallFit }) {
  const { t, i18n } = useTranslation('plenary');
  if (group.priorities.length === 0) return <p className={styles['soft']}>{t('tile.noPriorities')}</p>;
  const words = group.priorities.flatMap(({ actions }) => actions.map(({ text }) => text)).join(' ');
  const own = Math.max(fit.leading, leadingFor(i18n.language, words));
  const lines = Math.floor((fit.textLines * fit.leading) / own);
  const shown = group.priorities.slice(0, lines);
  const clamp = { '--line': own, '--lines': Math.max(1, Math.floor(lines / shown.length)) } as CSSProperties;
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

function wallStyle({ columns, rows, size, leading, nameLines }: WallFit): CSSProperties {
  return {
    '--columns': columns,
    '--rows': rows,
    '--size': size,
    '--line': leading,
    '--name-lines': nameLines,
  } as CSSProperties;
}
