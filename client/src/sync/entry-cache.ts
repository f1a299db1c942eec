import * as Y from 'yjs';
import { Shown, type Subscribable } from './subscribable.ts';

/**
 * Reads a map of maps and keeps what it has read: a change inside one entry reads that entry again and no other, so the
 * objects of all others stay the same and are not drawn again. `finish` turns the entries into what is shown.
 * Follows the map as long as its document lives.
 */
export function followEntries<Entry, Value>(
  map: Y.Map<unknown>,
  read: (id: string, entry: Y.Map<unknown>) => Entry,
  finish: (entries: ReadonlyMap<string, Entry>) => Value,
): Subscribable<Value> {
  const entries = new Map<string, Entry>();
  const readAgain = (id: string): void => {
    const entry = map.get(id);
    if (entry instanceof Y.Map) entries.set(id, read(id, entry));
    else entries.delete(id);
  };
  for (const id of map.keys()) readAgain(id);
  const shown = new Shown(finish(entries));
  map.observeDeep((events) => {
    for (const id of changedIds(events)) readAgain(id);
    shown.show(finish(entries));
  });
  return shown;
}

function changedIds(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const ids = new Set<string>();
  for (const event of events) {
    const [id] = event.path;
    if (id !== undefined) ids.add(String(id));
    else for (const key of event.changes.keys.keys()) ids.add(key);
  }
  return ids;
}

/** One value per document, made when it is first asked for. */
export function perDocument<Value>(make: (doc: Y.Doc) => Value): (doc: Y.Doc) => Value {
  const known = new WeakMap<Y.Doc, Value>();
  return (doc) => {
    let value = known.get(doc);
    if (value === undefined) {
      value = make(doc);
      known.set(doc, value);
    }
    return value;
  };
}
