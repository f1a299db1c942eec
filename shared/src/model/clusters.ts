import * as Y from 'yjs';
import { type ClusterId, newId, type RowId } from '../ids.ts';
import { limits } from '../protocol/limits.ts';
import { orderBetween } from './order.ts';
import { readMap, readOrdered, readText } from './read.ts';
import type { StrategyRow } from './strategy.ts';

/**
 * Clusters: names that a group gives to recommendations which belong together. A row carries the id of its cluster, so
 * sorting it in is one small write, and a cluster that is removed leaves its rows where they are.
 */
export interface Cluster {
  id: ClusterId;
  order: string;
  name: string;
}

/** The rows of one cluster, in their order; `cluster` is null for the rows that are in none. */
export interface Section {
  cluster: Cluster | null;
  rows: readonly StrategyRow[];
}

/** The root map that the clusters stand in. */
export function clusterMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('clusters');
}

/** All clusters in their order. Tolerates whatever the document holds. */
export function readClusters(doc: Y.Doc): Cluster[] {
  return readOrdered(clusterMap(doc), (id, entry) => ({
    id: id as ClusterId,
    order: readText(entry.get('order'), 100),
    name: readText(entry.get('name'), limits.shortText),
  }));
}

/** Adds a cluster at the end. One transaction, with the caller's origin so that undo knows whose it was. */
export function addCluster(doc: Y.Doc, name: string, origin: unknown = null): ClusterId {
  const id = newId<ClusterId>();
  const order = orderBetween(readClusters(doc).at(-1)?.order ?? null, null);
  doc.transact(() => clusterMap(doc).set(id, new Y.Map(Object.entries({ order, name: cut(name) }))), origin);
  return id;
}

/** Gives a cluster another name. False when it is gone. */
export function renameCluster(doc: Y.Doc, cluster: ClusterId, name: string, origin: unknown = null): boolean {
  const entry = readMap(clusterMap(doc).get(cluster));
  if (!entry) return false;
  doc.transact(() => entry.set('name', cut(name)), origin);
  return true;
}

/** Moves a cluster by one place. False at the edge, or when it is gone. */
export function shiftCluster(doc: Y.Doc, cluster: ClusterId, step: 1 | -1, origin: unknown = null): boolean {
  const all = readClusters(doc);
  const at = all.findIndex(({ id }) => id === cluster);
  const entry = readMap(clusterMap(doc).get(cluster));
  const [before, after] = step > 0 ? [all[at + 1], all[at + 2]] : [all[at - 2], all[at - 1]];
  if (!entry || !(step > 0 ? before : after)) return false;
  doc.transact(() => entry.set('order', orderBetween(before?.order ?? null, after?.order ?? null)), origin);
  return true;
}

/** Removes a cluster; its rows stay, in none. Undo brings it back with its rows. False when it was gone. */
export function removeCluster(doc: Y.Doc, cluster: ClusterId, origin: unknown = null): boolean {
  if (!clusterMap(doc).has(cluster)) return false;
  doc.transact(() => clusterMap(doc).delete(cluster), origin);
  return true;
}

/** Sorts rows into a cluster, or out of any (null). One transaction; rows that are gone are passed over. */
export function setCluster(
  doc: Y.Doc,
  rows: readonly RowId[],
  cluster: ClusterId | null,
  origin: unknown = null,
): void {
  doc.transact(() => {
    for (const row of rows) readMap(doc.getMap('rows').get(row))?.set('cluster', cluster ?? '');
  }, origin);
}

/** The rows by cluster, in the clusters' order, empty clusters too; rows that are in none come last, if there are any. */
export function sectionsOf(rows: readonly StrategyRow[], clusters: readonly Cluster[]): Section[] {
  const sections = clusters.map((cluster) => ({ cluster, rows: rows.filter((row) => row.cluster === cluster.id) }));
  const known = new Set<ClusterId | null>(clusters.map(({ id }) => id));
  const others = rows.filter((row) => !known.has(row.cluster));
  return others.length === 0 ? sections : [...sections, { cluster: null, rows: others }];
}

function cut(name: string): string {
  return name.trim().slice(0, limits.shortText);
}
