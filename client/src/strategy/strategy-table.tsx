import type { RowId } from '@board/shared/ids';
import { twinsOf } from '@board/shared/model/strategy-twins';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
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
import { LostRowBanner, useLostRow } from './lost-row.tsx';
import { forgetRow, LostWordsBanner } from './lost-words.tsx';
import { PresenceVoice } from './presence-voice.tsx';
import { StrategyCards } from './strategy-cards.tsx';
import { StrategyGrid } from './strategy-grid.tsx';
import { type TableContext, TableProvider } from './table-context.ts';
import { rowOfKey } from './table-model.ts';
import type { OpenCell, StrategyTableProps } from './table-parts.ts';
import { TableTools } from './table-tools.tsx';
import { TakeIn } from './take-in.tsx';
import { useFocusKept } from './use-focus-kept.ts';
import { useNarrow } from './use-narrow.ts';
import { useUndoKeys } from './use-page-keys.ts';
import { useStateNames } from './use-state-names.ts';

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
  const { editing, open, leave } = useOpenCell(mayWrite);
  const twins = useMemo(() => twinsOf(rows), [rows]);
  const filtering = useFilter(rows, { doc, catalogue, nameOfState }, editing && rowOfKey(editing.key));
  const { shown, isByCluster, setByCluster } = useSections(filtering.shown, clusters, isFiltering(filtering.filter));
  const [sorted, sort] = useState<readonly RowId[] | null>(null);
  const table = useTableValue(props, { shown, sort, nameOfState, toolbarPlace, open, leave });
  const current = editing && mayWrite && rows.some((row) => row.id === rowOfKey(editing.key)) ? editing : null;
  const { lost, forget } = useLostRow(doc, rows, editing?.key ?? null, open);
  const folding = useFolding();
  useFocusKept(shown.rows);
  useUndoKeys(mayWrite ? props.undo : null);
  const View = isNarrow ? StrategyCards : StrategyGrid;
  return (
    <TableProvider value={table}>
      <TableTools
        onAdd={() => setDialog('add')}
        onTakeIn={() => setDialog('take-in')}
        toolbarPlace={setToolbarPlace}
        isFiltering={filtering.isOpen}
        onFilter={filtering.toggle}
        onClusters={() => setDialog('clusters')}
        isFolded={folding.folded.size > 0}
        onFold={isNarrow ? null : () => folding.toggleAll(rows)}
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
            if (props.lostWords) forgetRow(props.lostWords, lost.row.id);
            forget();
          }}
        />
      )}
      {props.lostWords && mayWrite && (
        <LostWordsBanner watch={props.lostWords} rows={rows} except={lost?.row.id ?? null} />
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
    </TableProvider>
  );
}

/** Which cell is open, and how it is opened and left. */
function useOpenCell(mayWrite: boolean) {
  const [editing, setEditing] = useState<OpenCell | null>(null);
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
