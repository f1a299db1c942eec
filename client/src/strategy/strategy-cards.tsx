import { compareSdgCodes, goalOf } from '@board/shared/upr/sdg';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../ui/tag.tsx';
import { CardField } from './card-field.tsx';
import { CardActions, CardRisks } from './card-parts.tsx';
import styles from './cards.module.css';
import { RowNotes } from './comments/row-notes.tsx';
import { RowHelp } from './help/row-help.tsx';
import { useSdgTitle } from './pickers/sdg-words.ts';
import { usePresenceIn } from './presence.ts';
import { RecommendationWords } from './recommendation-cells.tsx';
import { RowMenu } from './row-menu.tsx';
import { rowName } from './row-names.ts';
import type { RowProps } from './row-parts.ts';
import { useTable } from './table-context.ts';
import { specialKey } from './table-model.ts';
import type { StrategyViewProps } from './table-parts.ts';

/** The strategy on a phone: one card per row, one field per cell; a press opens it over the whole screen. */
export function StrategyCards({ rows, label }: StrategyViewProps) {
  return (
    <section aria-label={label} className={styles['cards']}>
      {rows.map((row, index) => (
        <Card key={row.id} row={row} place={index + 1} isFirst={index === 0} isLast={index === rows.length - 1} />
      ))}
    </section>
  );
}

const Card = memo(function Card({ row, place, isFirst, isLast }: Omit<RowProps, 'editing'>) {
  const { t, i18n } = useTranslation('strategy');
  const { awareness, mayWrite, catalogue } = useTable();
  const others = usePresenceIn(awareness, row.id);
  const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
  const name = rowName(row, recommendation, place, t);
  const titleOf = useSdgTitle(t, i18n.language);
  const codes = row.sdgTargets.filter((code) => goalOf(code) !== null).sort(compareSdgCodes);
  return (
    <article className={styles['card']} aria-label={name} data-priority={row.priority || undefined}>
      <header className={styles['head']}>
        <bdi className={styles['number']}>{recommendation?.number ?? '–'}</bdi>
        {row.priority && (
          <Tag tone="accent" icon="priority">
            {t('row.priority')}
          </Tag>
        )}
        {mayWrite && <RowHelp row={row} name={name} />}
        {mayWrite && <RowMenu {...{ row, name, isFirst, isLast }} />}
      </header>
      <div className={styles['recommendation']}>
        {recommendation ? (
          <RecommendationWords recommendation={recommendation} />
        ) : (
          t(row.recommendation === null ? 'row.without' : 'row.gone')
        )}
      </div>
      <RowNotes row={row} name={name} />
      <CardField address={{ row: row.id, cell: 'mechanisms' }} name={t('cell.mechanisms')} others={others} />
      <CardField cellKey={specialKey(row.id, 'sdg')} name={t('cell.sdg')} others={others}>
        {codes.map((code) => t('sdg.named', { code, title: titleOf(code).words })).join(' · ')}
      </CardField>
      <CardActions row={row} name={name} others={others} />
      <CardRisks row={row} name={name} others={others} />
    </article>
  );
});
