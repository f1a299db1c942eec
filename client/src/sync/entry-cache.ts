import * as Y from 'yjs';
import { Shown, type Subscribable } from './subscribable.ts';

/** Milliseconds within which words that were typed are shown together: each time costs as much as drawing a table anew. */
const wordsTogether = 80;

/** A map of maps as it was read. */
export interface FollowedEntries<Entry, Value> extends Subscribable<Value> {
  /** An entry as it was shown just before something but its words last changed in it, or before it was removed. */
  formerOf(id: string): Entry | undefined;
}

/**
 * Reads a map of maps and keeps what it has read: a change inside one entry reads that entry again and no other, so the
 * objects of all others stay the same and are not drawn again. `finish` turns the entries into what is shown. Typed words
 * are read at once and shown a moment later, one's own and those that others type without pause; everything else at once.
 * Follows the map as long as its document lives. `shownAs`: under which entry's id each entry is shown, and as what, where
 * several are shown as one.
 */
export function followEntries<Entry, Value>(
  map: Y.Map<unknown>,
  read: (id: string, entry: Y.Map<unknown>) => Entry,
  finish: (entries: ReadonlyMap<string, Entry>) => Value,
  shownAs: (entries: ReadonlyMap<string, Entry>) => ReadonlyMap<string, readonly [id: string, shown: Entry]> = () =>
    new Map(),
): FollowedEntries<Entry, Value> {
  const entries = new Map<string, Entry>();
  const former = new Map<string, Entry>();
  const readAgain = (id: string): void => {
    const entry = map.get(id);
    if (entry instanceof Y.Map) entries.set(id, read(id, entry));
    else entries.delete(id);
  };
  for (const id of map.keys()) readAgain(id);
  const shown = new Shown(finish(entries));
  const pacer = new Pacer(() => shown.show(finish(entries)));
  map.observeDeep((events, { local }) => {
    const isOnlyWords = events.every(({ target }) => target instanceof Y.XmlText || target instanceof Y.XmlFragment);
    const ids = changedIds(events);
    const shownBefore = isOnlyWords ? null : shownAs(entries);
    for (const id of shownBefore ? ids : []) {
      const [shownUnder, before] = shownBefore?.get(id) ?? [id, entries.get(id)];
      if (before !== undefined) for (const one of [id, shownUnder]) former.set(one, before);
    }
    for (const id of ids) readAgain(id);
    if (isOnlyWords) pacer.soon(local);
    else pacer.now();
  });
  const { getSnapshot, subscribe } = shown;
  return { getSnapshot, subscribe, formerOf: (id) => former.get(id) };
}

/** Runs something now, or together with what else comes within a moment. */
class Pacer {
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #last = Number.NEGATIVE_INFINITY;

  constructor(run: () => void) {
    this.#run = run;
  }

  now(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#last = performance.now();
    this.#run();
  }

  /** `mayWait`: not now, even after a pause. */
  soon(mayWait: boolean): void {
    if (this.#timer !== null) return;
    const pause = performance.now() - this.#last;
    if (pause >= wordsTogether && !mayWait) this.now();
    else this.#timer = setTimeout(() => this.now(), wordsTogether);
  }
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
