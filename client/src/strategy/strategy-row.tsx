import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionCells } from './action-cells.tsx';
import folded from './grid/folded.module.css';
import { FoldedRest } from './grid/folded-row.tsx';
import { GridButton } from './grid-button.tsx';
import { usePresenceIn } from './presence.ts';
import { RecommendationCells } from './recommendation-cells.tsx';
import { RisksCell } from './risks-cell.tsx';
import { rowName } from './row-names.ts';
import type { RowPart, RowProps } from './row-parts.ts';
import styles from './table.module.css';
import { useTable } from './table-context.ts';

interface Props extends Omit<RowProps, 'isFirst' | 'isLast'> {
  /** The cell of this row that the focus is in. */
  focused: string | null;
  /** Only its recommendation is shown. */
  isFolded: boolean;
  /** The number of the row's first line in the grid, the head being line 1. */
  line: number;
}

/** One recommendation of the strategy: what spans the row, its actions as sub-rows, its risks. */
export const StrategyRowBlock = memo(function StrategyRowBlock({
  row,
  place,
  line,
  isTwin,
  focused,
  editing,
  isFolded,
}: Props) {
  const { t, i18n } = useTranslation('strategy');
  const { doc, awareness, mayWrite, catalogue } = useTable();
  const others = usePresenceIn(awareness, row.id);
  const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
  const part: RowPart = {
    row,
    name: rowName(row, recommendation, place, t),
    doc,
    mayWrite,
    t,
    language: i18n.language,
    focused,
    editingAt: (key) => (editing?.key === key ? editing.start : null),
    othersAt: (key) => others.get(key),
  };
  const lines = Math.max(1, row.actions.length);
  const look = {
    'aria-label': part.name,
    className: styles['block'],
    'data-row': row.id,
    'data-priority': row.priority || undefined,
  };
  if (isFolded) {
    return (
      <tbody {...look} className={`${styles['block']} ${folded['row']}`}>
        <tr className={styles['line']} aria-rowindex={line}>
          <RecommendationCells {...{ part, recommendation, isTwin }} lines={1} isFolded />
          <FoldedRest part={part} />
        </tr>
      </tbody>
    );
  }
  return (
    <tbody
      {...look}
      style={{ gridTemplateRows: `${'auto '.repeat(mayWrite ? lines : lines - 1)} minmax(min-content, 1fr)` }}
    >
      <tr className={styles['line']} aria-rowindex={line}>
        <RecommendationCells {...{ part, recommendation, isTwin, lines }} />
        {row.actions[0] && <ActionCells part={part} action={row.actions[0]} place={1} />}
        <RisksCell part={part} lines={lines} />
      </tr>
      {row.actions.slice(1).map((action, index) => (
        <tr key={action.id} className={styles['line']} aria-rowindex={line + index + 1}>
          <ActionCells part={part} action={action} place={index + 2} />
        </tr>
      ))}
      {mayWrite && <AddingLine label={t('action.add')} />}
    </tbody>
  );
});

/** Below the last action: a button for one more. */
function AddingLine({ label }: { label: string }) {
  return (
    <tr className={styles['line']}>
      <td aria-colindex={4} className={styles['adding']}>
        <GridButton act="add-action" icon="add" label={label} />
      </td>
      {[5, 6, 7, 8].map((column) => (
        <td key={column} aria-hidden className={styles['rest']} style={{ gridColumn: column }} />
      ))}
    </tr>
  );
}
