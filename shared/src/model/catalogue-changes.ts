import * as Y from 'yjs';
import { newId, type RecommendationId } from '../ids.ts';
import { keyed } from '../keyed.ts';
import {
  type CatalogueField,
  handKey,
  type NewRecommendation,
  newEntry,
  type Recommendation,
  wasTextKey,
} from './catalogue.ts';
import { readMap, readText, readTexts } from './read.ts';

/**
 * Changes to the catalogue that can be taken back later, also after a reload. What a change has replaced is kept in the
 * document beside a digest of what it has written, so that taking it back touches only what nobody has changed since.
 */

/** One value of one recommendation. `null` takes it away. */
export interface CatalogueChange {
  id: RecommendationId;
  field: CatalogueField | 'mergedInto';
  value: string | readonly string[] | null;
  /** Somebody wrote it here, instead of taking it from a list. */
  byHand: boolean;
}

/** What a change of the catalogue is: a list, a State's reply, something written by hand, equal numbers that were merged. */
export const orderKinds = ['list', 'positions', 'edit', 'twins'] as const;
export type OrderKind = (typeof orderKinds)[number];

export interface CatalogueOrder {
  kind: OrderKind;
  /** The person's id. */
  by: string;
  /** Milliseconds since 1970. */
  at: number;
  added: readonly (NewRecommendation & Pick<Recommendation, 'byHand'>)[];
  changes: readonly CatalogueChange[];
}

/** A change that was carried out and can be taken back. */
export interface CarriedOut {
  id: string;
  kind: OrderKind;
  by: string;
  at: number;
  /** How many recommendations were added, and how many others were changed. */
  added: number;
  changed: number;
}

/** What became of one that was taken back, in recommendations. `kept`: changed by somebody since, or in use. */
export interface TakenBack {
  undone: number;
  kept: number;
}

type Value = string | string[] | true | null;
/** What stood at a path of an entry before, and the digest of what was put there. */
type Replaced = Record<string, [before: Value, after: string]>;
interface Kept {
  added: Record<string, string>;
  changed: Record<string, Replaced>;
}

/** So many changes can be taken back; what older ones have replaced is dropped. */
const mostKept = 4;

/** Carries everything out as one transaction with the caller's origin: all or nothing, one entry of the log. What is to be changed but is gone is left out. */
export function carryOut(doc: Y.Doc, order: CatalogueOrder, origin: unknown = null): string {
  const id = newId<RecommendationId>();
  doc.transact(() => {
    const map = doc.getMap('recommendations');
    const kept: Kept = { added: keyed(), changed: keyed() };
    for (const one of order.added) {
      const fresh = newId<RecommendationId>();
      const entry = newEntry(one);
      map.set(fresh, entry);
      kept.added[fresh] = digestOfEntry(entry);
    }
    for (const change of order.changes) {
      const entry = readMap(map.get(change.id));
      const replaced: Replaced = kept.changed[change.id] ?? keyed();
      if (entry) replace(entry, change, replaced);
      if (Object.keys(replaced).length > 0) kept.changed[change.id] = replaced;
    }
    const { kind, by, at } = order;
    ordersOf(doc).set(id, { kind, by, at, ...kept });
    for (const old of readOrders(doc).slice(mostKept)) ordersOf(doc).delete(old.id);
  }, origin);
  return id;
}

/** What can be taken back, the newest first. */
export function readOrders(doc: Y.Doc): CarriedOut[] {
  const found: CarriedOut[] = [];
  for (const [id, value] of ordersOf(doc).entries()) {
    const { kind, by, at, added, changed } = recordOf(value);
    const known = orderKinds.find((one) => one === kind);
    if (!known || typeof at !== 'number') continue;
    const counts = { added: Object.keys(recordOf(added)).length, changed: Object.keys(recordOf(changed)).length };
    found.push({ id, kind: known, by: readText(by, 40), at, ...counts });
  }
  return found.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

/**
 * Takes one back, as one transaction. What somebody has changed since stays as it is; a recommendation that it has added
 * stays when it was changed, and when it is in use.
 */
export function takeBack(
  doc: Y.Doc,
  id: string,
  isInUse: (recommendation: RecommendationId) => boolean,
  origin: unknown = null,
): TakenBack {
  const result: TakenBack = { undone: 0, kept: 0 };
  doc.transact(() => {
    const map = doc.getMap('recommendations');
    const { added, changed } = recordOf(ordersOf(doc).get(id));
    for (const [key, digest] of Object.entries(recordOf(added))) {
      const entry = readMap(map.get(key));
      if (!entry) continue;
      const isFree = digestOfEntry(entry) === digest && !isInUse(key as RecommendationId);
      if (isFree) map.delete(key);
      result[isFree ? 'undone' : 'kept'] += 1;
    }
    for (const [key, replaced] of Object.entries(recordOf(changed))) {
      const entry = readMap(map.get(key));
      if (entry) result[restore(entry, recordOf(replaced)) ? 'undone' : 'kept'] += 1;
    }
    ordersOf(doc).delete(id);
  }, origin);
  return result;
}

function ordersOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('takenIn');
}

/** Writes one value and notes what it has replaced. A position keeps the one before it; a hand's mark comes or goes with the value. */
function replace(entry: Y.Map<unknown>, { field, value, byHand }: CatalogueChange, kept: Replaced): void {
  const put = (path: string, next: Value): void => {
    const before = valueAt(entry, path);
    if (digestOf(before) === digestOf(next)) return;
    kept[path] = [before, digestOf(next)];
    write(entry, path, next);
  };
  const next = typeof value === 'string' || value === null ? value : [...value];
  const before = valueAt(entry, field);
  if (field === 'position' && digestOf(before) !== digestOf(next)) put('was', before ?? 'pending');
  const language = field.startsWith(textPrefix) ? field.slice(textPrefix.length) : null;
  // The first one stays: rows that nobody has looked at since were written to it.
  if (language !== null && before !== null && before !== '' && next !== null && !entry.has(wasTextKey(language)))
    put(wasTextKey(language), before);
  put(field, next);
  if (field !== 'mergedInto') put(handKey(field), byHand || null);
}

/** False when something of it has been changed since and stays. */
function restore(entry: Y.Map<unknown>, replaced: Record<string, unknown>): boolean {
  let isWhole = true;
  for (const [path, pair] of Object.entries(replaced)) {
    if (!Array.isArray(pair)) continue;
    // While the words stay, so does what they were before.
    const text = path.startsWith(wasTextKey('')) ? textPrefix + path.slice(wasTextKey('').length) : path;
    const words = replaced[text];
    if (text !== path && Array.isArray(words) && digestOf(valueAt(entry, text)) !== words[1]) continue;
    if (digestOf(valueAt(entry, path)) === pair[1]) write(entry, path, plainValue(pair[0]));
    else isWhole = false;
  }
  return isWhole;
}

const textPrefix = 'text:';

function valueAt(entry: Y.Map<unknown>, path: string): Value {
  const isText = path.startsWith(textPrefix);
  return plainValue(isText ? readMap(entry.get('text'))?.get(path.slice(textPrefix.length)) : entry.get(path));
}

function write(entry: Y.Map<unknown>, path: string, value: Value): void {
  const isText = path.startsWith(textPrefix);
  if (isText && !readMap(entry.get('text'))) entry.set('text', new Y.Map());
  const map = isText ? readMap(entry.get('text')) : entry;
  const key = isText ? path.slice(textPrefix.length) : path;
  if (value === null) map?.delete(key);
  else map?.set(key, value);
}

function plainValue(value: unknown): Value {
  if (value === true || typeof value === 'string') return value;
  return Array.isArray(value) ? readTexts(value) : null;
}

function recordOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' && !(value instanceof Y.AbstractType)
    ? (value as Record<string, unknown>)
    : {};
}

function digestOfEntry(entry: Y.Map<unknown>): string {
  const texts = [...(readMap(entry.get('text'))?.entries() ?? [])].sort();
  const flat = [...entry.entries()].filter(([key]) => key !== 'text').sort();
  return digestOf(JSON.stringify([texts, flat]));
}

/** A short print of a value (FNV-1a, 32 bits, with the length): two that differ are taken for equal once in four thousand million times. */
function digestOf(value: Value): string {
  const text = JSON.stringify(value);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length.toString(36)}.${(hash >>> 0).toString(36)}`;
}

/** The changes that can be taken back, read again when they change; the same list until then. */
export function followOrders(doc: Y.Doc): {
  read: () => CarriedOut[];
  subscribe: (listener: () => void) => () => void;
} {
  let orders = readOrders(doc);
  return {
    read: () => orders,
    subscribe: (listener) => {
      const look = (): void => {
        orders = readOrders(doc);
        listener();
      };
      ordersOf(doc).observe(look);
      look();
      return () => ordersOf(doc).unobserve(look);
    },
  };
}
