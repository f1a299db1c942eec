import type { RowId } from '@board/shared/ids';
import type { Recommendation } from '@board/shared/model/catalogue';
import type { StrategyRow } from '@board/shared/model/strategy';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type * as Y from 'yjs';
import { useSearchNames } from '../pickers/use-search-names.ts';
import type { TableContext } from '../table-context.ts';
import { anyRow, type FilterFacts, isFiltering, matchesFilter, type RowFilter } from './row-filter.ts';

interface Filtering {
  /** The rows to show: those that fit, and those that stay under the hands of this person. */
  shown: readonly StrategyRow[];
  /** How many of them do not fit. */
  kept: number;
  filter: RowFilter;
  setFilter: (filter: RowFilter) => void;
  isOpen: boolean;
  toggle: () => void;
  /** This person is in a row: it stays, even when it does not fit any more, until the filter is changed. */
  stay: (row: RowId) => void;
}

const none: readonly Recommendation[] = [];
const nobody: ReadonlySet<RowId> = new Set();

/** Which rows of the table are shown on this device. Nobody else's table changes. */
export function useFilter(
  rows: readonly StrategyRow[],
  { doc, catalogue, clusters }: Pick<TableContext, 'doc' | 'catalogue'> & Pick<FilterFacts, 'clusters'>,
  openRow: RowId | null,
): Filtering {
  const [filter, changeFilter] = useState(anyRow);
  const [isOpen, setOpen] = useState(false);
  const [staying, setStaying] = useState(nobody);
  const isOn = isFiltering(filter);
  const nameOf = useSearchNames(catalogue?.list ?? none);
  const stay = useCallback(
    (row: RowId) => {
      if (isOn) setStaying((before) => (before.has(row) ? before : new Set([...before, row])));
    },
    [isOn],
  );
  useOwnRows(doc, stay);
  useEffect(() => {
    if (openRow !== null) stay(openRow);
  }, [openRow, stay]);
  const setFilter = (next: RowFilter): void => {
    changeFilter(next);
    setStaying(nobody);
  };
  const { shown, kept } = useMemo(() => {
    if (!isFiltering(filter)) return { shown: rows, kept: 0 };
    const fits = new Set<StrategyRow>();
    for (const row of rows) {
      const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
      if (matchesFilter(row, recommendation, filter, { nameOf, clusters })) fits.add(row);
    }
    const all = rows.filter((row) => fits.has(row) || row.id === openRow || staying.has(row.id));
    return { shown: all, kept: all.length - fits.size };
  }, [rows, filter, catalogue, nameOf, clusters, openRow, staying]);
  const toggle = (): void => {
    setOpen(!isOpen);
    if (isOpen) setFilter(anyRow);
  };
  return { shown, kept, filter, setFilter, isOpen, toggle, stay };
}

/** Tells of each row that this person adds, pastes or brings back. */
function useOwnRows(doc: Y.Doc, onRow: (row: RowId) => void): void {
  useEffect(() => {
    const map = doc.getMap('rows');
    const note = ({ changes }: Y.YMapEvent<unknown>, { local }: Y.Transaction): void => {
      if (!local) return;
      for (const [row, { action }] of changes.keys) if (action === 'add') onRow(row as RowId);
    };
    map.observe(note);
    return () => map.unobserve(note);
  }, [doc, onRow]);
}
