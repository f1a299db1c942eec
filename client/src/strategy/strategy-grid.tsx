import type { RowId } from '@board/shared/ids';
import type { Section } from '@board/shared/model/clusters';
import type { StrategyRow } from '@board/shared/model/strategy';
import {
  type CSSProperties,
  type FocusEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { NotArrived } from '../ui/not-arrived.tsx';
import { PasteDialog } from './clipboard/paste-dialog.tsx';
import { useClipboard } from './clipboard/use-clipboard.ts';
import { ClusterHeading } from './clusters/cluster-heading.tsx';
import type { ShownRows } from './clusters/use-sections.ts';
import { gridWidths, useColumnWidths } from './grid/column-widths.ts';
import { KeysLine } from './grid/keys-line.tsx';
import { Range } from './grid/range.ts';
import skip from './grid/skip.module.css';
import { TabStop } from './grid/tab-stop.ts';
import { useOverflowing } from './grid/use-overflowing.ts';
import { useRowDrag } from './grid/use-row-drag.ts';
import { useComposing, useStill } from './grid/use-still.ts';
import { GridHead } from './grid-head.tsx';
import { tellCell } from './presence.ts';
import { GridRowMenu } from './row-menu.tsx';
import { shiftAt } from './row-menu-choices.ts';
import { StrategyRowBlock } from './strategy-row.tsx';
import styles from './table.module.css';
import { tableColumns } from './table-columns.ts';
import { useTable } from './table-context.ts';
import { rowOfKey } from './table-model.ts';
import type { StrategyViewProps } from './table-parts.ts';
import { useGrowing } from './use-growing.ts';
import { useReturnKey } from './use-page-keys.ts';
import { useTableActs } from './use-table-acts.ts';
import { tableKeys } from './use-table-keys.ts';

/** A table whose cells are moved through with the arrow keys, and chosen several at a time, is a grid to a screen reader. */
const asGrid = { role: 'grid', tabIndex: -1, 'aria-multiselectable': true };

/** The strategy as a grid of rows with fixed column widths, so that no key typed moves a column. */
export function StrategyGrid({ shown, twins, editing, label, folding, onRow }: StrategyViewProps) {
  const { t } = useTranslation('strategy');
  const [focused, setFocused] = useState<string | null>(null);
  const { rows } = shown;
  const place = useRef<HTMLTableElement>(null);
  const { acts, clipboard, handlers, range, stop } = useGrid(
    rows,
    (cell) => {
      setFocused(cell);
      if (cell !== null) onRow(rowOfKey(cell));
    },
    folding.toggle,
  );
  useLayoutEffect(() => stop.keep(place.current));
  const drag = useRowDrag();
  const overflowing = useOverflowing();
  const [widths, changeWidth] = useColumnWidths();
  const change = useRef(changeWidth);
  useEffect(() => {
    change.current = changeWidth;
  });
  const resize = useCallback((name: string, width: number | null) => change.current(name, width), []);
  const { lines: inOrder, count } = useMemo(() => linesOf(shown), [shown]);
  const { isComposing, ...composing } = useComposing(editing?.key ?? null);
  const lines = useStill(inOrder, keyOfLine, isComposing);
  const drawn = useGrowing(lines.length);
  return (
    <div ref={overflowing} className={styles['scroll']} style={gridWidths(widths) as CSSProperties}>
      <a className={skip['skip']} href="#after-table">
        {t('table.skip')}
      </a>
      <table
        ref={place}
        {...asGrid}
        {...handlers}
        {...composing}
        {...drag}
        aria-label={label}
        aria-description={t('table.help')}
        aria-colcount={tableColumns.length}
        aria-rowcount={count}
        aria-busy={drawn < lines.length || undefined}
        className={styles['grid']}
      >
        <GridHead onResize={resize} />
        {lines
          .slice(0, drawn)
          .map((one) =>
            'row' in one ? (
              <StrategyRowBlock
                key={one.row.id}
                row={one.row}
                place={one.place}
                line={one.line}
                isTwin={twins.has(one.row.id)}
                isFolded={folding.folded.has(one.row.id) && !editing?.key.startsWith(one.row.id)}
                focused={focused?.startsWith(one.row.id) ? focused : null}
                editing={editing?.key.startsWith(one.row.id) ? editing : null}
                isStill={isComposing && editing?.key.startsWith(one.row.id) === true}
              />
            ) : (
              <ClusterHeading key={keyOfLine(one)} {...one} />
            ),
          )}
      </table>
      <KeysLine isWriting={editing !== null} />
      <div id="after-table" tabIndex={-1} />
      {acts.menu && (
        <GridRowMenu
          rows={rows}
          {...acts.menu}
          chosen={(row) => range.rowsWith(rows, row)}
          isFolded={folding.folded.has(acts.menu.row)}
          onAct={acts.act}
          onClose={acts.closeMenu}
        />
      )}
      {clipboard.pending && <PasteDialog paste={clipboard.pending} rows={rows} onClose={clipboard.close} />}
      {clipboard.isMissing && <NotArrived onClose={clipboard.close} />}
    </div>
  );
}

/** What the grid as a whole listens for. */
function useGrid(rows: ShownRows['rows'], setFocused: (cell: string | null) => void, toggleFold: (row: RowId) => void) {
  const { t } = useTranslation('strategy');
  const table = useTable();
  const { awareness, undo, open } = table;
  const [range] = useState(() => new Range());
  const [stop] = useState(() => new TabStop());
  useReturnKey(() => stop.focus());
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
      const element = event.target.closest<HTMLElement>('[data-cell]');
      const cell = element?.dataset['cell'] ?? null;
      if (element) stop.moveTo(element);
      setFocused(cell);
      tellCell(awareness, cell);
    },
    onBlur: (event: FocusEvent<HTMLElement>): void => {
      if (!event.currentTarget.contains(event.relatedTarget)) tellCell(awareness, null);
    },
  };
  return { acts, clipboard, handlers, range, stop };
}

type Line =
  | { row: StrategyRow; place: number; line: number }
  | { cluster: Section['cluster']; count: number; line: number };

function keyOfLine(line: Line): string {
  return 'row' in line ? line.row.id : (line.cluster?.id ?? 'none');
}

/** What stands in the grid from top to bottom, each with the number of its first line (the head is line 1); and how many lines. */
function linesOf({ rows, sections }: ShownRows): { lines: Line[]; count: number } {
  const lines: Line[] = [];
  let line = 2;
  let place = 1;
  for (const { cluster, rows: inside } of sections ?? [{ cluster: undefined, rows }]) {
    if (cluster !== undefined) lines.push({ cluster, count: inside.length, line: line++ });
    for (const row of inside) {
      lines.push({ row, place: place++, line });
      line += Math.max(1, row.actions.length);
    }
  }
  return { lines, count: line - 1 };
}
