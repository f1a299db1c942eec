import type { RowId } from '@board/shared/ids';
import { cellKey, referenceCells, type StrategyRow } from '@board/shared/model/strategy';
import { compareSdgCodes, goalOf } from '@board/shared/upr/sdg';
import { Fragment, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { CardField } from './card-field.tsx';
import { CardActions, CardRisks } from './card-parts.tsx';
import styles from './cards.module.css';
import { SectionName } from './clusters/cluster-heading.tsx';
import sectionStyles from './clusters/clusters.module.css';
import { RowNotes } from './comments/row-notes.tsx';
import { RowHelp } from './help/row-help.tsx';
import { RowNews } from './news/row-news.tsx';
import { useSdgTitle } from './pickers/sdg-words.ts';
import { type PresenceView, usePresenceIn } from './presence.ts';
import { RecommendationWords } from './recommendation-cells.tsx';
import { RowMenu } from './row-menu.tsx';
import { referenceName, rowName } from './row-names.ts';
import type { RowProps } from './row-parts.ts';
import { cellElementId } from './table-cell.tsx';
import { useTable } from './table-context.ts';
import { specialKey } from './table-model.ts';
import type { StrategyViewProps } from './table-parts.ts';
import { TwinMerge, TwinNote } from './twin-note.tsx';

/** The strategy on a phone: one card per row, one field per cell; a press opens it over the whole screen. */
export function StrategyCards({ shown, twins, label, folding }: StrategyViewProps) {
  const { rows, sections } = shown;
  const cards = (some: readonly StrategyRow[]) =>
    some.map((row) => {
      const at = rows.indexOf(row);
      return (
        <Card
          key={row.id}
          row={row}
          place={at + 1}
          isFirst={at === 0}
          isLast={at === rows.length - 1}
          isTwin={twins.has(row.id)}
          isFolded={folding.folded.has(row.id)}
          onFold={folding.toggle}
        />
      );
    });
  return (
    <section aria-label={label} className={styles['cards']}>
      {sections
        ? sections.map(({ cluster, rows: inside }) => (
            <Fragment key={cluster?.id ?? 'none'}>
              <h2 className={sectionStyles['card']}>
                <SectionName cluster={cluster} count={inside.length} />
              </h2>
              {cards(inside)}
            </Fragment>
          ))
        : cards(rows)}
    </section>
  );
}

interface CardProps extends Omit<RowProps, 'editing'> {
  /** Only its recommendation is shown. */
  isFolded: boolean;
  onFold: (row: RowId) => void;
}

const Card = memo(function Card({ row, place, isFirst, isLast, isTwin, isFolded, onFold }: CardProps) {
  const { t } = useTranslation('strategy');
  const { awareness, mayWrite, catalogue } = useTable();
  const others = usePresenceIn(awareness, row.id);
  const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
  const name = rowName(row, recommendation, place, t);
  return (
    <article
      id={cellElementId(specialKey(row.id, 'recommendation'))}
      tabIndex={-1}
      data-row={row.id}
      className={styles['card']}
      aria-label={name}
      data-priority={row.priority || undefined}
    >
      <header className={styles['head']}>
        <bdi className={styles['number']}>{recommendation?.number ?? '–'}</bdi>
        {row.priority && (
          <Tag tone="accent" icon="priority">
            {t('row.priority')}
          </Tag>
        )}
        {mayWrite && <RowHelp row={row} name={name} />}
        <Button
          kind="plain"
          size="small"
          icon={isFolded ? 'expand' : 'up'}
          aria-expanded={!isFolded}
          aria-label={`${t(isFolded ? 'row.show' : 'row.fold')}, ${name}`}
          onPress={() => onFold(row.id)}
        >
          {''}
        </Button>
        {mayWrite && <RowMenu {...{ row, name, isFirst, isLast }} />}
      </header>
      <div className={styles['recommendation']}>
        {recommendation ? (
          <RecommendationWords recommendation={recommendation} />
        ) : (
          t(row.recommendation === null ? 'row.without' : 'row.gone')
        )}
        <RowNews {...{ row, recommendation, name }} />
      </div>
      {isTwin && mayWrite && (
        <TwinNote>
          <TwinMerge row={row.id} name={name} />
        </TwinNote>
      )}
      {!isFolded && <CardRest {...{ row, name, others }} />}
    </article>
  );
});

interface RestProps extends Pick<RowProps, 'row'> {
  name: string;
  others: PresenceView['cells'];
}

/** What a folded card leaves out. */
function CardRest({ row, name, others }: RestProps) {
  const { t, i18n } = useTranslation('strategy');
  const titleOf = useSdgTitle(t, i18n.language);
  const codes = row.sdgTargets.filter((code) => goalOf(code) !== null).sort(compareSdgCodes);
  return (
    <>
      <RowNotes row={row} name={name} />
      {referenceCells(row).map(({ address }) => (
        <CardField
          key={cellKey(address)}
          address={address}
          name={referenceName(row, address, t)}
          spoken={t('cell.in', { cell: referenceName(row, address, t), row: name })}
          others={others}
        />
      ))}
      <CardField
        cellKey={specialKey(row.id, 'sdg')}
        name={t('cell.sdg')}
        spoken={t('cell.in', { cell: t('cell.sdg'), row: name })}
        others={others}
      >
        {codes.map((code) => t('sdg.named', { code, title: titleOf(code).words })).join(' · ')}
      </CardField>
      <CardActions row={row} name={name} others={others} />
      <CardRisks row={row} name={name} others={others} />
    </>
  );
}
