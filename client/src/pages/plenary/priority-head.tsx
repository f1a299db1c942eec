import type { PriorityView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { useStateNames } from '../../strategy/use-state-names.ts';
import { PositionTag } from '../../ui/tag.tsx';
import { wordsOf } from '../presenting/steps.ts';
import styles from './priority-head.module.css';

/**
 * What a priority is about: its number, the recommendation, the recommending States; three lines of its scene's grid. The
 * scene says how large the words may be, as `--recommendation-size` and `--recommendation-lines`.
 */
export function PriorityHead({ priority, number }: { priority: PriorityView; number: number }) {
  const { t, i18n } = useTranslation('plenary');
  const format = useFormat();
  const nameOf = useStateNames();
  const { states } = priority;
  return (
    <>
      <p className={styles['number']}>
        <span className={styles['soft']}>{t('group.priority', { number })}</span>
        <bdi>{priority.number}</bdi>
        <PositionTag position={priority.position} />
      </p>
      <p className={styles['recommendation']} data-fit="words" dir="auto">
        {wordsOf(priority, i18n.language)}
      </p>
      <p className={styles['states']}>
        {states.length > 0 && t('group.by', { states: format.list(states.map(nameOf)) })}
      </p>
    </>
  );
}
