import type { GroupView, PriorityView } from '@board/shared/live-view';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { timeframeWords } from '../../strategy/months.ts';
import { hueOf } from '../../ui/group-mark.tsx';
import { linesPerAction } from './fit.ts';
import styles from './group-scene.module.css';
import { GroupTitle } from './group-title.tsx';
import { PriorityHead } from './priority-head.tsx';
import { SceneFrame } from './scene-frame.tsx';

/** A group is shown on two pages: its priorities, then what it gives to the charter. */
export const groupPages = 2;

/** Priorities that stand beside each other. More than the workshop's contract asks for are left to the group's own page. */
const shownPriorities = 2;
const shownActions = 4;
/** Height left for a priority's actions, and the size of their words, in hundredths of the screen's height. */
const actionsHeight = 50;
const actionSize = 2.9;

/** The group that presents, as large as the hall needs it. */
export function GroupScene({ group, page }: { group: GroupView; page: number }) {
  const { t } = useTranslation('plenary');
  const isHidden = group.keptClosed && !group.presented;
  const title = <GroupTitle group={group} />;
  return (
    <SceneFrame title={title} aside={t(page === 0 ? 'wall.priorities' : 'group.contributions')}>
      <div className={styles['columns']} style={hueOf(group.place)}>
        {isHidden && <p className={styles['soft']}>{t('tile.keptClosed')}</p>}
        {!isHidden && page === 0 && <Priorities group={group} />}
        {!isHidden && page > 0 && <Contributions group={group} />}
      </div>
    </SceneFrame>
  );
}

function Priorities({ group }: { group: GroupView }) {
  const { t } = useTranslation('plenary');
  const shown = group.priorities.slice(0, shownPriorities);
  if (shown.length === 0) return <p className={styles['soft']}>{t('tile.noPriorities')}</p>;
  return shown.map((priority, place) => <Priority key={priority.rowId} priority={priority} number={place + 1} />);
}

function Priority({ priority, number }: { priority: PriorityView; number: number }) {
  const { t } = useTranslation('plenary');
  const actions = priority.actions.filter((action) => action.text !== '');
  const shown = actions.slice(0, shownActions);
  const indicatorLines = shown.length > 2 ? 1 : 2;
  const clamp = {
    '--lines': linesPerAction(shown.length, actionsHeight, actionSize, indicatorLines + 1),
    '--indicator': indicatorLines,
  } as CSSProperties;
  return (
    <article className={styles['priority']}>
      <PriorityHead priority={priority} number={number} />
      <ul className={styles['actions']} style={clamp}>
        {shown.map((action) => (
          <Action key={action.id} action={action} />
        ))}
        {actions.length > shown.length && (
          <li className={styles['soft']}>{t('group.more', { count: actions.length - shown.length })}</li>
        )}
        {actions.length === 0 && <li className={styles['soft']}>{t('group.noAction')}</li>}
      </ul>
    </article>
  );
}

function Action({ action }: { action: PriorityView['actions'][number] }) {
  const { t, i18n } = useTranslation('plenary');
  const { t: table } = useTranslation('strategy');
  const timeframe = timeframeWords(action.timeframe, i18n.language, table);
  return (
    <li className={styles['action']}>
      <p className={styles['text']} dir="auto">
        {action.text}
      </p>
      <p className={styles['indicator']}>
        {action.indicator !== '' && t('group.indicator', { text: action.indicator })}
      </p>
      <p className={styles['line']}>{timeframe !== '' && t('group.timeframe', { text: timeframe })}</p>
    </li>
  );
}

function Contributions({ group }: { group: GroupView }) {
  const { t } = useTranslation('plenary');
  if (group.contributions.length === 0) return <p className={styles['soft']}>{t('group.noContributions')}</p>;
  return (
    <ul className={styles['contributions']}>
      {group.contributions.map(({ source, number, text }) => (
        <li key={`${source.rowId}.${source.actionId}`}>
          <p className={styles['number']}>
            <bdi>{number}</bdi>
          </p>
          <p className={styles['given']} dir="auto">
            {text}
          </p>
        </li>
      ))}
    </ul>
  );
}
