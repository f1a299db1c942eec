import { wanted } from '@board/shared/model/completeness';
import { progressOf } from '@board/shared/model/progress';
import type { StrategyRow } from '@board/shared/model/strategy';
import { limits } from '@board/shared/protocol/limits';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { AllComments } from '../../strategy/comments/all-comments.tsx';
import { Readiness } from '../../strategy/help/readiness.tsx';
import type { Catalogue } from '../../sync/follow-models.ts';
import { ProgressRing } from '../../ui/progress-ring.tsx';
import { StepsRing } from '../../ui/steps-ring.tsx';
import styles from './group.module.css';

interface Props {
  doc: Y.Doc;
  rows: readonly StrategyRow[];
  catalogue: Catalogue | null;
  mayWrite: boolean;
}

/** How far the strategy is, and what is still wanted, in words. */
export function GroupProgress({ doc, rows, catalogue, mayWrite }: Props) {
  const { t } = useTranslation('group');
  const { t: picker } = useTranslation('pickers');
  const progress = useMemo(() => progressOf(rows), [rows]);
  const steps = picker('ready.stepsOf', { ...progress.steps });
  const { priorities, contributions, withoutIndicator, withoutTimeframe } = progress;
  const parts = rows.reduce((sum, row) => sum + row.actions.length + row.risks.length, 0);
  const wishes = [
    (rows.length > limits.readRows || parts > limits.readParts) &&
      t('progress.beyond', { rows: limits.readRows, parts: limits.readParts }),
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
      <span className={styles['steps']}>
        <StepsRing {...progress.steps} words={steps} />
        <span aria-hidden="true">{steps}</span>
      </span>
      <p className={styles['wishes']}>{wishes.join(' ')}</p>
      <span className={styles['more']}>
        {mayWrite && <Readiness doc={doc} rows={rows} progress={progress} catalogue={catalogue} />}
        <AllComments hasRows />
      </span>
    </section>
  );
}
