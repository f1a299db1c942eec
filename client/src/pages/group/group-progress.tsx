import { wanted } from '@board/shared/model/completeness';
import { progressOf } from '@board/shared/model/progress';
import type { StrategyRow } from '@board/shared/model/strategy';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressRing } from '../../ui/progress-ring.tsx';
import styles from './group.module.css';

/** How far the strategy is, and what is still wanted, in words. */
export function GroupProgress({ rows }: { rows: readonly StrategyRow[] }) {
  const { t } = useTranslation('group');
  const progress = useMemo(() => progressOf(rows), [rows]);
  const { priorities, contributions, withoutIndicator, withoutTimeframe } = progress;
  const wishes = [
    priorities > wanted.priorities && t('progress.prioritiesMany', { done: priorities, wanted: wanted.priorities }),
    contributions > wanted.contributions &&
      t('progress.contributionsMany', { done: contributions, wanted: wanted.contributions }),
    withoutIndicator > 0 && t('progress.withoutIndicator', { count: withoutIndicator }),
    withoutTimeframe > 0 && t('progress.withoutTimeframe', { count: withoutTimeframe }),
    progress.ready && t('progress.ready'),
  ].filter((wish) => wish !== false);
  return (
    <section className={styles['progress']} aria-label={t('progress.label')}>
      <span>{t('progress.rows', { count: progress.rows })}</span>
      <span>{t('progress.actions', { count: progress.actions })}</span>
      <ProgressRing label={t('progress.priorities')} done={priorities} wanted={wanted.priorities} />
      <ProgressRing label={t('progress.contributions')} done={contributions} wanted={wanted.contributions} />
      <p className={styles['wishes']}>{wishes.join(' ')}</p>
    </section>
  );
}
