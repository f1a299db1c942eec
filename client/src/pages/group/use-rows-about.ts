import type { StrategyRow } from '@board/shared/model/strategy';
import { useMemo, useState } from 'react';
import type { Catalogue } from '../../sync/follow-models.ts';

/**
 * A strategy's rows, with those about a recommendation that was merged into another one led to that. All others stay the
 * same objects, and so do the led ones until they change.
 */
export function useRowsAbout(rows: readonly StrategyRow[], catalogue: Catalogue | null): readonly StrategyRow[] {
  const [led] = useState(() => new WeakMap<StrategyRow, StrategyRow>());
  return useMemo(() => {
    const isMerged = (row: StrategyRow): boolean => {
      const about = row.recommendation && catalogue?.byId.get(row.recommendation);
      return Boolean(about) && about?.id !== row.recommendation;
    };
    if (!rows.some(isMerged)) return rows;
    return rows.map((row) => {
      if (!isMerged(row) || row.recommendation === null) return row;
      const recommendation = catalogue?.byId.get(row.recommendation)?.id ?? row.recommendation;
      const known = led.get(row);
      if (known?.recommendation === recommendation) return known;
      const next = { ...row, recommendation };
      led.set(row, next);
      return next;
    });
  }, [rows, catalogue, led]);
}
