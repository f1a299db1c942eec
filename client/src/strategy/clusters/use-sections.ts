import type { ClusterId, RowId } from '@board/shared/ids';
import { type Cluster, type Section, sectionsOf } from '@board/shared/model/clusters';
import type { StrategyRow } from '@board/shared/model/strategy';
import { useMemo, useState } from 'react';
import { readChoice, writeChoice } from '../../device-choices.ts';

/** The table in the order in which it stands on this screen. */
export interface ShownRows {
  rows: readonly StrategyRow[];
  /** Null where the table is one list. */
  sections: readonly Section[] | null;
}

interface Sectioning {
  shown: ShownRows;
  /** Whether the table is shown by clusters, where there are any. A choice of the device. */
  isByCluster: boolean;
  setByCluster: (isByCluster: boolean) => void;
}

/** Puts the rows of one cluster together. Empty clusters are shown, but for when rows are filtered. */
export function useSections(
  rows: readonly StrategyRow[],
  clusters: readonly Cluster[],
  isFiltered: boolean,
): Sectioning {
  const [isByCluster, setState] = useState(() => readChoice('by-cluster') !== 'no');
  const shown = useMemo<ShownRows>(() => {
    if (!isByCluster || clusters.length === 0) return { rows, sections: null };
    const sections = sectionsOf(rows, clusters).filter((section) => !isFiltered || section.rows.length > 0);
    return { rows: sections.flatMap((section) => section.rows), sections };
  }, [rows, clusters, isByCluster, isFiltered]);
  const setByCluster = (chosen: boolean): void => {
    setState(chosen);
    writeChoice('by-cluster', chosen ? 'yes' : 'no');
  };
  return { shown, isByCluster, setByCluster };
}

/** The cluster under whose name a row is shown; undefined where the table is one list. */
export function shownCluster({ sections }: ShownRows, row: RowId): ClusterId | null | undefined {
  if (!sections) return undefined;
  return sections.find((section) => section.rows.some(({ id }) => id === row))?.cluster?.id ?? null;
}
