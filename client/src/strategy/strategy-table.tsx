import type { RowId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import { keyNow, rowsNow, twinsOf } from '@board/shared/model/strategy-twins';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { useClusters } from '../sync/follow-models.ts';
import { rememberRemoved } from '../sync/removed-texts.ts';
import { AddRowsDialog } from './add-rows-dialog.tsx';
import { CellDialog } from './cell-dialog.tsx';
import { focusBeside, focusCell } from './cell-focus.ts';
import { ClustersDialog } from './clusters/clusters-dialog.tsx';
import { SortDialog } from './clusters/sort-dialog.tsx';
import { type ShownRows, useSections } from './clusters/use-sections.ts';
import type { EditorStart, LeavingWay } from './editing.ts';
import { FilterBar } from './filter/filter-bar.tsx';
import { isFiltering } from './filter/row-filter.ts';
import { useFilter } from './filter/use-filter.ts';
import { useFolding } from './grid/use-folding.ts';
import { type LostRow, LostRowBanner, useLostRow } from './lost-row.tsx';
import { forgetRow, LostWordsBanner } from './lost-words.tsx';
import { PresenceVoice } from './presence-voice.tsx';
import { SavingProvider } from './saving.tsx';
import { StrategyCards } from './strategy-cards.tsx';
import { StrategyGrid } from './strategy-grid.tsx';
import { type TableContext, TableProvider } from './table-context.ts';
import { placeOf, rowOfKey } from './table-model.ts';
import type { OpenCell, StrategyTableProps } from './table-parts.ts';
import { TableTools } from './table-tools.tsx';
import { TakeIn } from './take-in.tsx';
import { useFocusKept } from './use-focus-kept.ts';
import { useNarrow } from './use-narrow.ts';
import { useUndoKeys } from './use-page-keys.ts';
import { useStateNames } from './use-state-names.ts';
import { useWantedRow } from './wanted-row.ts';

/** A group's strategy: the table of these workshops, as a grid on wide screens and as cards on a phone. */
export function StrategyTable(props: StrategyTableProps) {
  const { doc, rows, catalogue, mayWrite } = props;
  const { t } = useTranslation('strategy');
  const isNarrow = useNarrow();
  const [dialog, setDialog] = useState<'add' | 'take-in' | 'clusters' | null>(null);
  const closeDialog = (): void => setDialog(null);
  const [toolbarPlace, setToolbarPlace] = useState<HTMLElement | null>(null);
  const nameOfState = useStateNames();
  const clusters = useClusters(doc);
  useEffect(() => rememberRemoved(doc), [doc]);
  const { editing, open, leave } = useOpenCell(doc, mayWrite);
  const twins = useMemo(() => twinsOf(rows), [rows]);
  const filtering = useFilter(rows, { doc, catalogue, clusters }, editing && rowOfKey(editing.key));
  const { shown, isByCluster, setByCluster } = useSections(filtering.shown, clusters, isFiltering(filtering.filter));
  const [sorted, sort] = useSorted(doc, rows);
  const table = useTableValue(props, { shown, sort, nameOfState, toolbarPlace, open, leave });
  const current = editing && mayWrite && rows.some((row) => row.id === rowOfKey(editing.key)) ? editing : null;
  const { lost, forget } = useLostRow(doc, rows, editing?.key ?? null, props.offers);
  useClosedForGood(lost, editing, isNarrow, leave);
  const folding = useFolding();
  useFocusKept(doc, shown.rows);
  useWantedRow(doc, useMakeRoom(filtering.stay, folding.unfold));
  useUndoKeys(mayWrite ? props.undo : null);
  const View = isNarrow ? StrategyCards : StrategyGrid;
  return (
    <TableProvider value={table}>
      <SavingProvider value={props.status}>
        <TableTools
          onAdd={() => setDialog('add')}
          onTakeIn={() => setDialog('take-in')}
          toolbarPlace={setToolbarPlace}
          isFiltering={filtering.isOpen}
          onFilter={filtering.toggle}
          onClusters={() => setDialog('clusters')}
          isFolded={folding.folded.size > 0}
          onFold={() => folding.toggleAll(rows)}
        />
        {filtering.isOpen && (
          <FilterBar
            {...{ rows, clusters }}
            shown={filtering.shown.length}
            kept={filtering.kept}
            filter={filtering.filter}
            onChange={filtering.setFilter}
          />
        )}
        {lost && mayWrite && (
          <LostRowBanner
            lost={lost}
            onDone={() => {
              if (props.offers) forgetRow(props.offers, lost.row);
              forget();
            }}
          />
        )}
        {props.offers && (
          <LostWordsBanner offers={props.offers} rows={rows} except={mayWrite ? (lost?.row ?? null) : null} />
        )}
        {rows.length > 0 && (
          <View
            {...{ folding, shown, twins }}
            onRow={filtering.stay}
            editing={current}
            label={t('table.label', { group: props.groupName })}
          />
        )}
        {rows.length > 0 && <PresenceVoice />}
        {current && <CellDialog rows={rows} editing={current} isSheet={isNarrow} />}
        {dialog === 'add' && <AddRowsDialog {...props} onClose={closeDialog} />}
        <TakeIn isOpen={dialog === 'take-in' && mayWrite} {...props} onClose={closeDialog} />
        {dialog === 'clusters' && (
          <ClustersDialog {...{ clusters, isByCluster }} onByCluster={setByCluster} onClose={closeDialog} />
        )}
        {sorted && mayWrite && <SortDialog {...{ rows, clusters }} ids={sorted} onClose={() => sort(null)} />}
      </SavingProvider>
    </TableProvider>
  );
}

/** Makes room for a row that somebody is led to, though it does not fit the filter or is folded. */
function useMakeRoom(stay: (row: RowId) => void, unfold: (row: RowId) => void): (row: RowId) => void {
  return useCallback(
    (row) => {
      stay(row);
      unfold(row);
    },
    [stay, unfold],
  );
}

/** The rows that are being sorted into a cluster, as long as they, or what they were put together with, are there; null when there are none. */
function useSorted(doc: Y.Doc, rows: readonly StrategyRow[]) {
  const [chosen, sort] = useState<readonly RowId[] | null>(null);
  const now = chosen && rowsNow(doc, rows, chosen);
  // Closed for good: a row that is put back later must not open it again.
  if (now?.length === 0) sort(null);
  return [now?.length === 0 ? null : now, sort] as const;
}

/** Which cell is open, and how it is opened and left. */
function useOpenCell(doc: Y.Doc, mayWrite: boolean) {
  const [editing, setEditing] = useState<OpenCell | null>(null);
  const now = editing && keyNow(doc, editing.key);
  // Its row was put together with another, or both were taken apart: who writes in it goes on there.
  if (editing && now !== null && now !== editing.key) setEditing({ key: now, start: { isAgain: true } });
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
  return { editing, open, leave };
}

/**
 * Closes a dialog, or the sheet of a phone, that went with what it was opened for: it must not open again over what this
 * person does by then, whenever somebody puts that back.
 */
function useClosedForGood(
  lost: LostRow | null,
  editing: OpenCell | null,
  isNarrow: boolean,
  leave: TableContext['leave'],
): void {
  const key = lost && editing?.key === lost.key ? lost.key : null;
  const isOver = key !== null && lost !== null && (isNarrow || placeOf(lost.row, key)?.kind !== 'text');
  useEffect(() => {
    if (isOver && key !== null) leave(key, 'away');
  }, [isOver, key, leave]);
}

/** What all cells share; the same object as long as nothing but the rows changes, so that typing draws no cell again. */
function useTableValue(
  { doc, awareness, undo, origin, catalogue, mayWrite }: StrategyTableProps,
  parts: Pick<TableContext, 'sort' | 'nameOfState' | 'toolbarPlace' | 'open' | 'leave'> & { shown: ShownRows },
): TableContext {
  const { sort, nameOfState, toolbarPlace, open, leave } = parts;
  const now = useRef(parts.shown);
  useLayoutEffect(() => {
    now.current = parts.shown;
  });
  const shown = useCallback(() => now.current, []);
  return useMemo(
    () => ({ doc, awareness, undo, origin, mayWrite, catalogue, shown, sort, nameOfState, toolbarPlace, open, leave }),
    [doc, awareness, undo, origin, mayWrite, catalogue, shown, sort, nameOfState, toolbarPlace, open, leave],
  );
}
