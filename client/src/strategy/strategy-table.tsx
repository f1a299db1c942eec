import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { AddRowsDialog } from './add-rows-dialog.tsx';
import { CellDialog } from './cell-dialog.tsx';
import type { EditorStart, LeavingWay } from './editing.ts';
import { FilterBar } from './filter/filter-bar.tsx';
import { useFilter } from './filter/use-filter.ts';
import { useFolding } from './grid/use-folding.ts';
import { LostRowBanner, useLostRow } from './lost-row.tsx';
import { StrategyCards } from './strategy-cards.tsx';
import { StrategyGrid } from './strategy-grid.tsx';
import { type TableContext, TableProvider } from './table-context.ts';
import { rowOfKey } from './table-model.ts';
import type { OpenCell, StrategyTableProps } from './table-parts.ts';
import { TableTools } from './table-tools.tsx';
import { useNarrow } from './use-narrow.ts';
import { useStateNames } from './use-state-names.ts';
import { focusBeside, focusCell } from './use-table-keys.ts';

/** A group's strategy: the table of these workshops, as a grid on wide screens and as cards on a phone. */
export function StrategyTable(props: StrategyTableProps) {
  const { doc, awareness, undo, origin, rows, catalogue, mayWrite } = props;
  const { t } = useTranslation('strategy');
  const isNarrow = useNarrow();
  const nameOfState = useStateNames();
  const [editing, setEditing] = useState<OpenCell | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [toolbarPlace, setToolbarPlace] = useState<HTMLElement | null>(null);
  const open = useCallback(
    (key: string, start: EditorStart = {}) => {
      if (mayWrite) setEditing({ key, start });
    },
    [mayWrite],
  );
  const leave = useCallback((key: string, way: LeavingWay) => {
    const close = (): void => setEditing((now) => (now?.key === key ? null : now));
    if (way === 'away') {
      close();
      return;
    }
    // Drawn without its editor before the next key comes: that key is meant for the table.
    flushSync(close);
    if (way === 'escape') focusCell(key);
    else focusBeside(key, way === 'next' ? 1 : -1);
  }, []);
  const table = useMemo<TableContext>(
    () => ({ doc, awareness, undo, origin, mayWrite, catalogue, nameOfState, toolbarPlace, open, leave }),
    [doc, awareness, undo, origin, mayWrite, catalogue, nameOfState, toolbarPlace, open, leave],
  );
  const current = editing && mayWrite && rows.some((row) => row.id === rowOfKey(editing.key)) ? editing : null;
  const { lost, forget } = useLostRow(rows, editing?.key ?? null);
  const folding = useFolding();
  const filtering = useFilter(rows, table, editing && rowOfKey(editing.key));
  const View = isNarrow ? StrategyCards : StrategyGrid;
  return (
    <TableProvider value={table}>
      <TableTools
        onAdd={() => setAdding(true)}
        toolbarPlace={setToolbarPlace}
        isFiltering={filtering.isOpen}
        onFilter={filtering.toggle}
        isFolded={folding.folded.size > 0}
        onFold={isNarrow ? null : () => folding.toggleAll(rows)}
      />
      {filtering.isOpen && (
        <FilterBar
          rows={rows}
          shown={filtering.shown.length}
          filter={filtering.filter}
          onChange={filtering.setFilter}
        />
      )}
      {lost && mayWrite && <LostRowBanner lost={lost} onDone={forget} />}
      {rows.length > 0 && (
        <View
          folding={folding}
          rows={filtering.shown}
          editing={current}
          label={t('table.label', { group: props.groupName })}
        />
      )}
      {current && <CellDialog rows={rows} editing={current} isSheet={isNarrow} />}
      {isAdding && <AddRowsDialog {...props} onClose={() => setAdding(false)} />}
    </TableProvider>
  );
}
