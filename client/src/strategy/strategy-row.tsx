import type { ActionId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionCells } from './action-cells.tsx';
import folded from './grid/folded.module.css';
import { FoldedRest } from './grid/folded-row.tsx';
import { useStill } from './grid/use-still.ts';
import { GridButton } from './grid-button.tsx';
import { usePresenceIn } from './presence.ts';
import { RecommendationCells } from './recommendation-cells.tsx';
import { RisksCell } from './risks-cell.tsx';
import { rowName } from './row-names.ts';
import type { RowPart, RowProps } from './row-parts.ts';
import styles from './table.module.css';
import { useTable } from './table-context.ts';
import { actionOfKey } from './table-model.ts';

interface Props extends Omit<RowProps, 'isFirst' | 'isLast'> {
  /** The cell of this row that the focus is in. */
  focused: string | null;
  /** Only its recommendation is shown. */
  isFolded: boolean;
  /** A word is being composed in it. */
  isStill: boolean;
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
  isStill,
}: Props) {
  const { t, i18n } = useTranslation('strategy');
  const { doc, awareness, mayWrite, catalogue } = useTable();
  const others = usePresenceIn(awareness, row.id);
  const actions = useStill(row.actions, ({ id }) => id, isStill);
  const inFirstLine = useInFirstLine(row, editing?.key ?? focused);
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
        {actions.map(
          (action) =>
            action.id === inFirstLine && (
              <ActionCells key={action.id} {...{ part, action }} place={row.actions.indexOf(action) + 1} />
            ),
        )}
        <RisksCell part={part} lines={lines} />
      </tr>
      {actions.map(
        (action) =>
          action.id !== inFirstLine && (
            <tr key={action.id} className={styles['line']} aria-rowindex={line + row.actions.indexOf(action)}>
              <ActionCells {...{ part, action }} place={row.actions.indexOf(action) + 1} />
            </tr>
          ),
      )}
      {mayWrite && <AddingLine label={t('action.add')} />}
    </tbody>
  );
});

/**
 * The action that is drawn in the row's first line, beside what spans the row: the first one, except that the action
 * which `here`, the cell this person is in, belongs to stays where it is drawn, whatever others put before it or remove.
 * Drawn elsewhere it would be another element, and what is typed would go nowhere. Where it stands for the eye is the
 * grid's.
 */
function useInFirstLine({ actions }: StrategyRow, here: string | null): ActionId | null {
  const first = actions[0]?.id ?? null;
  const [inFirstLine, setInFirstLine] = useState(first);
  const held = here === null ? null : actionOfKey(here);
  let next = first;
  if (held !== null && actions.some(({ id }) => id === held)) {
    if (held === inFirstLine) next = held;
    else if (held === first) next = null;
  }
  if (next !== inFirstLine) setInFirstLine(next);
  return next;
}

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
