import { clusterMap } from '@board/shared/model/clusters';
import { joinedAt } from '@board/shared/model/joined-items';
import { mergedInto } from '@board/shared/model/merged-rows';
import { readMap } from '@board/shared/model/read';
import { seenTextPrefix, setAside } from '@board/shared/model/strategy';
import * as Y from 'yjs';

/** Entries of these maps, and of the root map of rows, are things with a life of their own: rows, actions, risks. */
const listNames = new Set(['actions', 'risks']);

/** Values that a row, action or risk may have and is none the less without. */
const besides = new Set<string | null>([mergedInto, joinedAt, setAside, 'cluster', 'seenPosition']);

function isBeside(name: string): boolean {
  return besides.has(name) || name.startsWith(seenTextPrefix);
}

/**
 * Undo for one person's own changes of this session. `own` are the origins of those changes. Undoing never takes away what
 * others have written: a row that somebody else typed into stays when the one who added it undoes, and so does a cluster
 * that others have sorted rows into.
 */
export function ownUndo(scope: Y.Doc | Y.XmlFragment, own: Iterable<unknown>): Y.UndoManager {
  const doc = scope instanceof Y.Doc ? scope : scope.doc;
  if (!doc) throw new Error('undo needs a type that is in a document');
  return new Y.UndoManager(scope, {
    doc,
    trackedOrigins: new Set(own),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    deleteFilter: (item) => !isNeededByOthers(item, doc.clientID),
  });
}

function isNeededByOthers(item: Y.Item, own: number): boolean {
  if (item.content instanceof Y.ContentType && holdsOthersWork(item.content.type, own)) return true;
  const holder = item.parent;
  if (isClusterOfOthers(item, own) || (holder instanceof Y.Map && isClusterOfOthers(holder._item, own))) return true;
  // The first values of a row, action or risk: without them what others wrote in it could not be found again.
  const isFirstValue = item.parentSub !== null && item.left === null && !isBeside(item.parentSub);
  return isFirstValue && holder instanceof Y.Map && isListEntry(holder) && holdsOthersWork(holder, own);
}

/** Whether this is the entry of a cluster into which somebody else has sorted a row. */
function isClusterOfOthers(item: Y.Item | null, own: number): boolean {
  if (!(item?.parent instanceof Y.Map) || item.parent._item !== null) return false;
  const doc = item.parent.doc;
  if (!doc || item.parent !== clusterMap(doc)) return false;
  return [...doc.getMap('rows').values()].some((row) => {
    const sorted = readMap(row)?._map.get('cluster');
    return sorted !== undefined && isOthersWork(sorted, own) && sorted.content.getContent()[0] === item.parentSub;
  });
}

function isListEntry(map: Y.Map<unknown>): boolean {
  const list = map._item?.parent;
  if (!(list instanceof Y.Map)) return false;
  return list._item === null || listNames.has(list._item.parentSub ?? '');
}

function holdsOthersWork(type: Pick<Y.AbstractType<unknown>, '_map' | '_start'>, own: number): boolean {
  for (const item of type._map.values()) if (isOthersWork(item, own)) return true;
  for (let item = type._start; item !== null; item = item.right) if (isOthersWork(item, own)) return true;
  return false;
}

function isOthersWork(item: Y.Item, own: number): boolean {
  if (item.deleted) return false;
  if (item.id.client !== own) return true;
  return item.content instanceof Y.ContentType && holdsOthersWork(item.content.type, own);
}
