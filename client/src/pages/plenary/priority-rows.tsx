import type { PriorityView } from '@board/shared/live-view';
import type { InView } from '@board/shared/presentation';
import { useTranslation } from 'react-i18next';
import { timeframeWords } from '../../strategy/months.ts';
import { isolated } from '../presenting/isolated.ts';
import { PriorityHead } from './priority-head.tsx';
import styles from './priority-rows.module.css';
import { useFitted } from './use-fitted.ts';

export interface PriorityRowsProps {
  /** Those that are shown, each with its number. */
  priorities: readonly { priority: PriorityView; number: number }[];
  /** What the hall is turned to. */
  seen: InView;
}

/** A group's priorities as rows of its strategy, side by side, as large as all that is written fits. */
export function PriorityRows({ priorities, seen }: PriorityRowsProps) {
  const { t } = useTranslation('plenary');
  const shown = priorities.map(({ priority }) => priority.rowId).join(' ');
  const { frame, left } = useFitted(`${shown} ${seen.row} ${seen.action}`);
  return (
    <div ref={frame} className={styles['rows']}>
      {priorities.length === 0 && <p className={styles['soft']}>{t('tile.noPriorities')}</p>}
      {priorities.map(({ priority, number }) => (
        <Priority
          key={priority.rowId}
          priority={priority}
          number={number}
          seen={seen}
          left={left[priority.rowId] ?? 0}
        />
      ))}
    </div>
  );
}

interface PriorityProps {
  priority: PriorityView;
  number: number;
  seen: InView;
  /** Actions for which there is no room. */
  left: number;
}

function Priority({ priority, number, seen, left }: PriorityProps) {
  const { t } = useTranslation('plenary');
  const { rowId, actions } = priority;
  const isTurned = actions.some(({ id }) => id === seen.action);
  return (
    <article className={styles['priority']}>
      <PriorityHead priority={priority} number={number} />
      <ol className={styles['actions']} data-fit="list" data-list={rowId}>
        {actions.map((action) => (
          <Action
            key={action.id}
            action={action}
            place={!isTurned ? 'all' : action.id === seen.action ? 'turned' : 'away'}
          />
        ))}
        {actions.length === 0 && <li className={styles['soft']}>{t('group.noAction')}</li>}
        <li className={styles['soft']} data-fit="rest">
          {left > 0 && t('group.more', { count: left })}
        </li>
      </ol>
    </article>
  );
}

interface ActionProps {
  action: PriorityView['actions'][number];
  /** `turned`: the hall is turned to it; `away`: to another one; `all`: to the priority as a whole. */
  place: 'all' | 'turned' | 'away';
}

function Action({ action, place }: ActionProps) {
  const { t, i18n } = useTranslation('plenary');
  const { t: table } = useTranslation('strategy');
  const { text, indicator, resources, partners } = action;
  const timeframe = timeframeWords(action.timeframe, i18n.language, table);
  return (
    <li className={styles['action']} data-fit="item" data-place={place}>
      <p className={styles['text']} dir="auto">
        {text}
      </p>
      {place !== 'away' && (
        <>
          <Detail words={indicator && t('group.indicator', { text: isolated(indicator) })} />
          <Detail words={resources && t('group.resources', { text: isolated(resources) })} isExtra />
          <Detail words={partners && t('group.partners', { text: isolated(partners) })} isExtra />
          <Detail words={timeframe && t('group.timeframe', { text: timeframe })} />
        </>
      )}
    </li>
  );
}

/** A line below an action. An extra one gives way first. */
function Detail({ words, isExtra = false }: { words: string; isExtra?: boolean }) {
  if (words === '') return null;
  return (
    <p className={styles['detail']} data-extra={isExtra || undefined}>
      {words}
    </p>
  );
}
