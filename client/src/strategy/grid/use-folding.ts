import type { RowId } from '@board/shared/ids';
import { useCallback, useState } from 'react';

export interface Folding {
  folded: ReadonlySet<RowId>;
  /** Folds a row, or shows it again. */
  toggle: (row: RowId) => void;
  /** Shows a row whole. */
  unfold: (row: RowId) => void;
  /** Folds these rows, or shows all again where some are folded. */
  toggleAll: (rows: readonly { id: RowId }[]) => void;
}

/** Which rows show no more than their recommendation, on this page. */
export function useFolding(): Folding {
  const [folded, setFolded] = useState<ReadonlySet<RowId>>(new Set());
  const toggle = useCallback((row: RowId) => {
    setFolded((before) => {
      const now = new Set(before);
      if (!now.delete(row)) now.add(row);
      return now;
    });
  }, []);
  const unfold = useCallback((row: RowId) => {
    setFolded((before) => (before.has(row) ? new Set([...before].filter((one) => one !== row)) : before));
  }, []);
  const toggleAll = useCallback((rows: readonly { id: RowId }[]) => {
    setFolded((before) => new Set(before.size > 0 ? [] : rows.map(({ id }) => id)));
  }, []);
  return { folded, toggle, unfold, toggleAll };
}
