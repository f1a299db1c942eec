import type { StrategyRow } from '@board/shared/model/strategy';
import { useMemo, useState } from 'react';
import type { TableContext } from '../table-context.ts';
import { anyRow, isFiltering, matchesFilter, type RowFilter } from './row-filter.ts';

interface Filtering {
  /** The rows to show: those that fit, and the one that this person writes in. */
  shown: readonly StrategyRow[];
  filter: RowFilter;
  setFilter: (filter: RowFilter) => void;
  isOpen: boolean;
  toggle: () => void;
}

/** Which rows of the table are shown on this device. Nobody else's table changes. */
export function useFilter(
  rows: readonly StrategyRow[],
  { catalogue, nameOfState }: Pick<TableContext, 'catalogue' | 'nameOfState'>,
  openRow: string | null,
): Filtering {
  const [filter, setFilter] = useState(anyRow);
  const [isOpen, setOpen] = useState(false);
  const shown = useMemo(() => {
    if (!isFiltering(filter)) return rows;
    return rows.filter((row) => {
      const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
      return row.id === openRow || matchesFilter(row, recommendation, filter, nameOfState);
    });
  }, [rows, filter, catalogue, nameOfState, openRow]);
  const toggle = (): void => {
    setOpen(!isOpen);
    if (isOpen) setFilter(anyRow);
  };
  return { shown, filter, setFilter, isOpen, toggle };
}
