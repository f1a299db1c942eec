import type { RecommendationId, RowId } from '@board/shared/ids';
import { arrangeCatalogue, type Recommendation, readEntry } from '@board/shared/model/catalogue';
import { type CharterItem, charterPart, readItems } from '@board/shared/model/charter';
import { type Cluster, clusterMap, readClusters } from '@board/shared/model/clusters';
import { fragmentText } from '@board/shared/model/read';
import { joinRows, readRow, type StrategyRow } from '@board/shared/model/strategy';
import { useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { followEntries, perDocument } from './entry-cache.ts';
import { Shown, type Subscribable } from './subscribable.ts';

/** A document as plain values, followed as it changes. What did not change keeps its object, so it is not drawn again. */

const strategyOf = perDocument((doc) =>
  followEntries(
    doc.getMap('rows'),
    (id, entry) => readRow(id as RowId, entry),
    (rows): readonly StrategyRow[] => joinRows([...rows.values()]),
    shownRows,
  ),
);

const clustersOf = perDocument((doc) => followWhole([clusterMap(doc)], (): readonly Cluster[] => readClusters(doc)));

const catalogueOf = perDocument((doc) =>
  followEntries(
    doc.getMap('recommendations'),
    (id, entry) => readEntry(id as RecommendationId, entry),
    (entries): Catalogue => arrangeCatalogue(entries),
  ),
);

const charterOf = perDocument((doc) =>
  followWhole([doc.getMap('items'), charterPart(doc, 'preamble'), charterPart(doc, 'closing')], () => ({
    preamble: fragmentText(charterPart(doc, 'preamble')),
    items: readItems(doc),
    closing: fragmentText(charterPart(doc, 'closing')),
  })),
);

export interface Catalogue {
  /** Sorted by number. */
  list: readonly Recommendation[];
  /** Also by the ids of those that were merged into others. */
  byId: ReadonlyMap<RecommendationId, Recommendation>;
}

/** The charter in plain text. For the shared texts themselves: `charterPart` and `itemFragment`. */
export interface CharterText {
  preamble: string;
  items: readonly CharterItem[];
  closing: string;
}

/** The rows of a group's strategy, in order. */
export function useStrategy(doc: Y.Doc): readonly StrategyRow[] {
  return useShown(strategyOf(doc));
}

/** Each row that is one of several that were put together, with the one that is shown. */
function shownRows(rows: ReadonlyMap<string, StrategyRow>): ReadonlyMap<string, readonly [string, StrategyRow]> {
  return new Map(
    joinRows([...rows.values()]).flatMap((row) =>
      (row.joined ?? []).map(({ id }): [string, readonly [string, StrategyRow]] => [id, [row.id, row]]),
    ),
  );
}

/** Begins to follow the rows, so that each can be told as it was before it was removed. */
export function followRows(doc: Y.Doc): void {
  strategyOf(doc);
}

/**
 * A row as it was before somebody removed it, or a part of it, with the words of that moment: of rows that were put
 * together the one that was shown, with all that stood in it.
 */
export function formerRow(doc: Y.Doc, id: RowId): StrategyRow | undefined {
  return strategyOf(doc).formerOf(id);
}

/** The group's clusters, in order. */
export function useClusters(doc: Y.Doc): readonly Cluster[] {
  return useShown(clustersOf(doc));
}

/** All recommendations. */
export function useCatalogue(doc: Y.Doc): Catalogue {
  return useShown(catalogueOf(doc));
}

/** The charter's words. */
export function useCharter(doc: Y.Doc): CharterText {
  return useShown(charterOf(doc));
}

function useShown<Value>(shown: Subscribable<Value>): Value {
  return useSyncExternalStore(shown.subscribe, shown.getSnapshot);
}

/** Reads everything again after each change: for small documents. */
function followWhole<Value>(
  parts: readonly { observeDeep(listener: () => void): void }[],
  read: () => Value,
): Subscribable<Value> {
  const shown = new Shown(read());
  for (const part of parts) part.observeDeep(() => shown.show(read()));
  return shown;
}
