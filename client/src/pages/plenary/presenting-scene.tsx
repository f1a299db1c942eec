import type { GroupView, LiveView, PriorityView } from '@board/shared/live-view';
import type { InView, PresentationView } from '@board/shared/presentation';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { timeframeWords } from '../../strategy/months.ts';
import { hueOf } from '../../ui/group-mark.tsx';
import { isolated } from '../presenting/isolated.ts';
import { numberOf, presentedPriorities, seenNow, wordsOf } from '../presenting/steps.ts';
import { FeedbackBeside } from './feedback-beside.tsx';
import { linesPerAction } from './fit.ts';
import { GroupTitle } from './group-title.tsx';
import { actionsHeight, type PriorityRoom } from './presenting-fit.ts';
import styles from './presenting-scene.module.css';
import { PriorityHead } from './priority-head.tsx';
import { SceneFrame } from './scene-frame.tsx';
import { useWideScreen } from './use-wide-screen.ts';

export interface PresentingSceneProps {
  group: GroupView;
  presentation: PresentationView;
  feedback: LiveView['feedback'];
}

/** Actions that stand below a priority; the rapporteur can turn to more. */
const shownActions = 5;
/** The line that counts further actions. */
const countHeight = 3.5;
/** The size of actions' words, in hundredths of the screen's height. */
const actionSize = { alone: 3.4, beside: 2.8 };
/** Lines of the action that the hall is turned to; of the others, when they are few. */
const turnedLines = 3;
const awayLines = 2;

/** The group that presents now: what its rapporteur has turned to, as large as the hall needs it, and beside it what the hall says. */
export function PresentingScene({ group, presentation, feedback }: PresentingSceneProps) {
  const { t } = useTranslation('plenary');
  const isWide = useWideScreen();
  const seen = seenNow(group, presentation.inView);
  const priorities = group.priorities.slice(0, presentedPriorities);
  const shown = seen.row === null ? priorities : priorities.filter(({ rowId }) => rowId === seen.row);
  const hasFeedback = presentation.feedback !== 'off' || Object.keys(feedback).length > 0;
  const title = <GroupTitle group={group} />;
  return (
    <SceneFrame
      title={title}
      aside={group.rapporteur ? t('presenting.by', { name: group.rapporteur.name }) : t('presenting.now')}
    >
      <div className={styles['columns']} data-feedback={hasFeedback || undefined} style={hueOf(group.place)}>
        <div className={styles['rows']} data-one={shown.length === 1 || undefined}>
          {shown.length === 0 && <p className={styles['soft']}>{t('tile.noPriorities')}</p>}
          {shown.map((priority) => (
            <Priority
              key={priority.rowId}
              priority={priority}
              number={numberOf(group, priority.rowId) ?? 1}
              seen={seen}
              room={{ isAlone: shown.length === 1, hasFeedback, isWide }}
            />
          ))}
        </div>
        {hasFeedback && <FeedbackBeside group={group} feedback={feedback} mode={presentation.feedback} />}
      </div>
    </SceneFrame>
  );
}

interface PriorityProps {
  priority: PriorityView;
  number: number;
  seen: InView;
  room: PriorityRoom;
}

function Priority({ priority, number, seen, room }: PriorityProps) {
  const { t, i18n } = useTranslation('plenary');
  const { actions } = priority;
  const words = wordsOf(priority, i18n.language);
  const turned = actions.findIndex(({ id }) => id === seen.action);
  // One that is turned to takes the place of two.
  const most = turned < 0 ? shownActions : shownActions - 1;
  const from = Math.max(0, Math.min(turned - 1, actions.length - most));
  const shown = actions.slice(from, from + most);
  // Indicator and timeframe stand below actions that are few; below more of them there is only the line that counts the rest.
  const below = shown.length <= 2 ? 3 : 0;
  const lines = linesPerAction(
    shown.length,
    actionsHeight(words, i18n.language, room) - countHeight,
    actionSize[room.isAlone ? 'alone' : 'beside'],
    below,
  );
  const clamp = {
    '--lines': turned < 0 ? lines : shown.length > 3 ? 1 : awayLines,
    '--turned-lines': turnedLines,
  } as CSSProperties;
  return (
    <article className={styles['priority']}>
      <PriorityHead priority={priority} number={number} />
      <ol className={styles['actions']} style={clamp}>
        {shown.map((action) => (
          <Action
            key={action.id}
            action={action}
            place={turned < 0 ? 'all' : action.id === seen.action ? 'turned' : 'away'}
            isShort={below === 0}
          />
        ))}
        {actions.length === 0 && <li className={styles['soft']}>{t('group.noAction')}</li>}
        {actions.length > from + shown.length && (
          <li className={styles['soft']}>{t('group.more', { count: actions.length - from - shown.length })}</li>
        )}
      </ol>
    </article>
  );
}

interface ActionProps {
  action: PriorityView['actions'][number];
  /** `turned`: the hall is turned to it; `away`: to another one; `all`: to the priority as a whole. */
  place: 'all' | 'turned' | 'away';
  isShort: boolean;
}

function Action({ action, place, isShort }: ActionProps) {
  const { t, i18n } = useTranslation('plenary');
  const { t: table } = useTranslation('strategy');
  const timeframe = timeframeWords(action.timeframe, i18n.language, table);
  const hasMore = place === 'turned' || (place === 'all' && !isShort);
  return (
    <li className={styles['action']} data-place={place}>
      <p className={styles['text']} dir="auto">
        {action.text}
      </p>
      {hasMore && action.indicator !== '' && (
        <p className={styles['indicator']}>{t('group.indicator', { text: isolated(action.indicator) })}</p>
      )}
      {hasMore && timeframe !== '' && <p className={styles['line']}>{t('group.timeframe', { text: timeframe })}</p>}
    </li>
  );
}
