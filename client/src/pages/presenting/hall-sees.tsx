import type { GroupView, PriorityView } from '@board/shared/live-view';
import type { InView } from '@board/shared/presentation';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PositionTag } from '../../ui/tag.tsx';
import styles from './hall-sees.module.css';
import { isolated } from './isolated.ts';
import { presentedPriorities, seenNow, wordsOf } from './steps.ts';

export interface HallSeesProps {
  group: GroupView;
  inView: InView;
  /** The rapporteur's: every priority and action can be pressed, and none is left out. */
  onTurn?: (to: InView) => void;
}

/** What is on the projector, as large as a phone can. */
export function HallSees({ group, inView, onTurn }: HallSeesProps) {
  const { t } = useTranslation('presenting');
  const seen = seenNow(group, inView);
  const priorities = group.priorities.slice(0, presentedPriorities);
  if (priorities.length === 0) return <p className={styles['soft']}>{t('sees.none')}</p>;
  const shown = onTurn || seen.row === null ? priorities : priorities.filter(({ rowId }) => rowId === seen.row);
  return (
    <div className={styles['rows']}>
      {shown.map((priority) => (
        <Priority
          key={priority.rowId}
          priority={priority}
          number={priorities.indexOf(priority) + 1}
          seen={seen}
          {...(onTurn ? { onTurn } : {})}
        />
      ))}
    </div>
  );
}

interface PriorityProps extends Pick<HallSeesProps, 'onTurn'> {
  priority: PriorityView;
  number: number;
  seen: InView;
}

function Priority({ priority, number, seen, onTurn }: PriorityProps) {
  const { t, i18n } = useTranslation('presenting');
  const { rowId, actions } = priority;
  const isSeen = seen.row === null || seen.row === rowId;
  const head = (
    <>
      <span className={styles['number']}>
        <span className={styles['soft']}>{t('sees.priority', { number })}</span>
        <bdi>{priority.number}</bdi>
        <PositionTag position={priority.position} />
      </span>
      <span className={styles['recommendation']} dir="auto">
        {wordsOf(priority, i18n.language)}
      </span>
    </>
  );
  return (
    <article className={styles['row']} data-away={!isSeen || undefined}>
      <Turn to={{ row: rowId, action: null }} isNow={seen.row === rowId && seen.action === null} onTurn={onTurn}>
        {head}
      </Turn>
      {actions.length === 0 && <p className={styles['soft']}>{t('sees.noAction')}</p>}
      <ol className={styles['actions']}>
        {actions.map(({ id, text, indicator }) => (
          <li key={id} data-away={(isSeen && seen.action !== null && seen.action !== id) || undefined}>
            <Turn to={{ row: rowId, action: id }} isNow={seen.action === id} onTurn={onTurn}>
              <span dir="auto">{text}</span>
              {indicator !== '' && (
                <span className={styles['indicator']} dir="auto">
                  {t('sees.indicator', { text: isolated(indicator) })}
                </span>
              )}
            </Turn>
          </li>
        ))}
      </ol>
    </article>
  );
}

interface TurnProps {
  onTurn: HallSeesProps['onTurn'] | undefined;
  to: InView;
  isNow: boolean;
  children: ReactNode;
}

/** A part that the hall can be turned to; without the right to, only the part. */
function Turn({ to, isNow, onTurn, children }: TurnProps) {
  if (!onTurn)
    return (
      <div className={styles['part']} data-now={isNow || undefined}>
        {children}
      </div>
    );
  return (
    <button
      type="button"
      className={styles['part']}
      data-now={isNow || undefined}
      aria-current={isNow || undefined}
      onClick={() => onTurn(to)}
    >
      {children}
    </button>
  );
}
