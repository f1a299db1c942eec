import type { RowId } from '@board/shared/ids';
import { type CSSProperties, type FocusEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasteDialog } from './clipboard/paste-dialog.tsx';
import { useClipboard } from './clipboard/use-clipboard.ts';
import { tracksOf, useColumnWidths } from './grid/column-widths.ts';
import { Range } from './grid/range.ts';
import { useRowDrag } from './grid/use-row-drag.ts';
import { columns, GridHead } from './grid-head.tsx';
import { tellCell } from './presence.ts';
import { GridRowMenu } from './row-menu.tsx';
import { shiftAt } from './row-menu-choices.ts';
import { StrategyRowBlock } from './strategy-row.tsx';
import styles from './table.module.css';
import { useTable } from './table-context.ts';
import type { StrategyViewProps } from './table-parts.ts';
import { useGrowing } from './use-growing.ts';
import { useTableActs } from './use-table-acts.ts';
import { tableKeys } from './use-table-keys.ts';

/** A table whose cells are moved through with the arrow keys, and chosen several at a time, is a grid to a screen reader. */
const asGrid = { role: 'grid', tabIndex: -1, 'aria-multiselectable': true };

/** The strategy as a grid of rows with fixed column widths, so that no key typed moves a column. */
export function StrategyGrid({ rows, editing, label, folding }: StrategyViewProps) {
  const { t } = useTranslation('strategy');
  const [focused, setFocused] = useState<string | null>(null);
  const { acts, clipboard, handlers } = useGrid(rows, setFocused, folding.toggle);
  const drag = useRowDrag();
  const [widths, changeWidth] = useColumnWidths();
  const change = useRef(changeWidth);
  useEffect(() => {
    change.current = changeWidth;
  });
  const resize = useCallback((name: string, width: number | null) => change.current(name, width), []);
  const drawn = useGrowing(rows.length);
  const lines = useMemo(() => firstLines(rows), [rows]);
  return (
    <div className={styles['scroll']} style={{ '--columns': tracksOf(widths) } as CSSProperties}>
      <a className={styles['skip']} href="#after-table">
        {t('table.skip')}
      </a>
      <table
        {...asGrid}
        {...handlers}
        {...drag}
        aria-label={label}
        aria-description={t('table.help')}
        aria-colcount={columns.length}
        aria-rowcount={lines.at(-1)}
        aria-busy={drawn < rows.length || undefined}
        className={styles['grid']}
      >
        <GridHead onResize={resize} />
        {rows.slice(0, drawn).map((row, index) => (
          <StrategyRowBlock
            key={row.id}
            row={row}
            place={index + 1}
            line={lines[index] ?? 2}
            isFolded={folding.folded.has(row.id) && !editing?.key.startsWith(row.id)}
            focused={focused?.startsWith(row.id) ? focused : null}
            editing={editing?.key.startsWith(row.id) ? editing : null}
          />
        ))}
      </table>
      <div id="after-table" tabIndex={-1} />
      {acts.menu && <GridRowMenu rows={rows} {...acts.menu} onFold={folding.toggle} onClose={acts.closeMenu} />}
      {clipboard.pending && <PasteDialog paste={clipboard.pending} rows={rows} onClose={clipboard.close} />}
    </div>
  );
}

/** What the grid as a whole listens for. */
function useGrid(
  rows: StrategyViewProps['rows'],
  setFocused: (cell: string | null) => void,
  toggleFold: (row: RowId) => void,
) {
  const { t } = useTranslation('strategy');
  const table = useTable();
  const { awareness, undo, open } = table;
  const [range] = useState(() => new Range());
  const acts = useTableActs(toggleFold);
  const clipboard = useClipboard(rows, range);
  const keys = tableKeys({
    rows,
    range,
    open,
    undo: () => undo?.undo(),
    redo: () => undo?.redo(),
    clear: clipboard.clear,
    shift: (key, step) => shiftAt(table, rows, key, step, t),
  });
  const handlers = {
    ...keys,
    onClick: (event: Parameters<typeof keys.onClick>[0]): void => {
      if (!acts.onClick(event)) keys.onClick(event);
    },
    onFocus: (event: FocusEvent): void => {
      const cell = event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? null;
      setFocused(cell);
      tellCell(awareness, cell);
    },
    onBlur: (event: FocusEvent<HTMLElement>): void => {
      if (!event.currentTarget.contains(event.relatedTarget)) tellCell(awareness, null);
    },
  };
  return { acts, clipboard, handlers };
}

/** The line of the grid on which each row begins, the head being line 1; the last entry is the number of lines. */
function firstLines(rows: StrategyViewProps['rows']): number[] {
  const lines = [2];
  for (const row of rows) lines.push((lines.at(-1) ?? 2) + Math.max(1, row.actions.length));
  lines[lines.length - 1] = (lines.at(-1) ?? 2) - 1;
  return rows.length > 0 ? lines : [1];
}
