import type { Recommendation } from '@board/shared/model/catalogue';
import { cellKey } from '@board/shared/model/strategy';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { PositionTag, Tag } from '../ui/tag.tsx';
import { wordsIn } from './recommendation-search.ts';
import { RowMenu } from './row-menu.tsx';
import type { RowPart } from './row-parts.ts';
import { compareSdgCodes, goalOf } from '@board/shared/upr/sdg';
import { SharedCell } from './shared-cell.tsx';
import styles from './table.module.css';
import { TableCell } from './table-cell.tsx';
import { useTable } from './table-context.ts';
import { specialKey } from './table-model.ts';

interface Props {
  part: RowPart;
  recommendation: Recommendation | undefined;
  isFirst: boolean;
  isLast: boolean;
  /** How many sub-rows these cells span. */
  lines: number;
}

/** The cells that span a row: the number, the recommendation with its States, the references. */
export function RecommendationCells({ part, recommendation, isFirst, isLast, lines }: Props) {
  const { t } = useTranslation('strategy');
  const { mayWrite } = useTable();
  const { row } = part;
  return (
    <>
      <TableCell
        cellKey={specialKey(row.id, 'number')}
        column={1}
        opens="nothing"
        rowSpan={lines}
        place={{ gridColumn: 1, gridRow: '1 / -1' }}
        look="number"
      >
        <bdi className={styles['number']}>{recommendation?.number ?? '–'}</bdi>
        {row.priority && (
          <span className={styles['mark']}>
            <Tag tone="accent" icon="priority">
              {t('row.priority')}
            </Tag>
          </span>
        )}
        {mayWrite && (
          <span className={styles['menu']}>
            <RowMenu row={row} name={part.name} isFirst={isFirst} isLast={isLast} />
          </span>
        )}
      </TableCell>
      <TableCell
        cellKey={specialKey(row.id, 'recommendation')}
        column={2}
        opens="nothing"
        rowSpan={lines}
        place={{ gridColumn: 2, gridRow: '1 / -1' }}
        look="recommendation"
      >
        {recommendation ? (
          <RecommendationWords recommendation={recommendation} />
        ) : (
          <span className={styles['hint']}>{t(row.recommendation === null ? 'row.without' : 'row.gone')}</span>
        )}
      </TableCell>
      <ReferencesCell part={part} lines={lines} />
    </>
  );
}

/** A recommendation's words, its States in bold as in the printed strategy, its position. */
export function RecommendationWords({ recommendation }: { recommendation: Recommendation }) {
  const { i18n } = useTranslation();
  const { nameOfState } = useTable();
  const format = useFormat();
  const { words, language } = wordsIn(recommendation.text, i18n.language);
  return (
    <>
      <p lang={language} dir="auto">
        {words}
      </p>
      <p className={styles['states']}>{format.list(recommendation.states.map(nameOfState))}</p>
      <PositionTag position={recommendation.position} />
    </>
  );
}

function ReferencesCell({ part, lines }: { part: RowPart; lines: number }) {
  const { t } = useTranslation('strategy');
  const { mayWrite } = useTable();
  const { row, name, editingAt, othersAt } = part;
  const address = { row: row.id, cell: 'mechanisms' } as const;
  const key = cellKey(address);
  const codes = row.sdgTargets.filter((code) => goalOf(code) !== null).sort(compareSdgCodes);
  return (
    <td aria-colindex={3} aria-rowspan={lines} className={styles['stack']} data-for="references">
      <SharedCell
        address={address}
        column={3}
        label={t('cell.in', { cell: t('cell.mechanisms'), row: name })}
        hint={t('hint.mechanisms')}
        editing={editingAt(key)}
        others={othersAt(key)}
        isPart
      />
      <TableCell
        cellKey={specialKey(row.id, 'sdg')}
        column={3}
        opens="dialog"
        group={t('cell.in', { cell: t('cell.sdg'), row: name })}
      >
        {codes.length === 0 && <span className={styles['hint']}>{mayWrite && t('hint.sdg')}</span>}
        {codes.map((code) => (
          <span key={code} className={styles['target']}>
            {t('sdg.named', { code, title: t(`goals.${goalOf(code) ?? 1}`) })}
          </span>
        ))}
      </TableCell>
    </td>
  );
}
