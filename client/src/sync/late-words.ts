import * as Y from 'yjs';
import { itemsIn } from './items.ts';
import { isWithin, type PlacePath, placeOf, placeOfItem } from './places.ts';
import { WordRuns } from './word-runs.ts';

/** Signs that an update removes, by name. */
type Named = ReturnType<typeof Y.decodeUpdate>['ds'];

/** Places of which late words are told at once: in a row that somebody works in all day there are fewer. */
const mostPlaces = 100;

/**
 * Words of others that come too late: into something that this page had removed before it knew of them. Nobody here has
 * seen them, and Yjs removes them as soon as they arrive. What this page removes can be undone, so it is not thrown away,
 * and it can be told where they stood.
 */
export class LateWords {
  readonly #removed = new WeakSet<Y.Item>();
  readonly #runs = new Map<PlacePath, WordRuns>();
  #hasRemoved = false;
  /** What the update that is being applied names as removed. */
  #named: Named | null = null;

  /** An update of others, which is applied right behind this: what it names as removed was removed by who knew of it. */
  told(update: Uint8Array): void {
    this.#named = this.#hasRemoved ? Y.decodeUpdate(update).ds : null;
  }

  /** The device's copy was read, with edits in it that wait in these places: what was removed there is not thrown away either. */
  opened(doc: Y.Doc, places: readonly PlacePath[]): void {
    if (places.length === 0) return;
    for (const [client] of doc.store.clients)
      for (const item of itemsIn(doc, client, 0, Y.getState(doc.store, client))) {
        if (!item.deleted || !isWithin(placeOfItem(item, doc), places)) continue;
        item.keep = true;
        this.#remember(item);
      }
  }

  /** To be told of each transaction before Yjs throws away what was deleted. Returns the places with new ones. */
  follow(transaction: Y.Transaction): ReadonlySet<PlacePath> {
    const places = new Set<PlacePath>();
    const named = this.#named;
    const isNamed = (sign: Y.ID): boolean => named !== null && Y.isDeleted(named, sign);
    if (transaction.local) this.#note(transaction);
    else {
      this.#named = null;
      for (const [place, runs] of named ? this.#runs : []) if (runs.erase(isNamed)) places.add(place);
      for (const item of this.#hasRemoved ? arrivedIn(transaction) : []) {
        if (!this.#isWithinRemoved(item)) continue;
        // As what this page has removed: else Yjs throws it away, and what is typed on in it cannot be told.
        item.keep = true;
        if (!(item.content instanceof Y.ContentString)) continue;
        const place = placeOf(item.parent as object, transaction.doc);
        const runs = this.#runs.get(place) ?? (this.#runs.size < mostPlaces ? new WordRuns() : null);
        if (!runs) continue;
        runs.add(item, transaction.doc, isNamed);
        this.#runs.set(place, runs);
        places.add(place);
      }
    }
    return places;
  }

  /** The words that came too late for a place since they were last forgotten. */
  runsAt(place: PlacePath): WordRuns {
    return this.#runs.get(place) ?? new WordRuns();
  }

  /** They were dealt with. */
  forget(place: PlacePath): void {
    this.#runs.delete(place);
  }

  /** These words, a run, stand in their place again. */
  seenBack(place: PlacePath, words: string): void {
    this.#runs.get(place)?.drop(words);
  }

  #note({ deleteSet, doc }: Y.Transaction): void {
    for (const [client, ranges] of deleteSet.clients)
      for (const { clock, len } of ranges)
        for (const item of itemsIn(doc, client, clock, clock + len)) this.#remember(item);
  }

  #remember(item: Y.Item): void {
    if (!(item.content instanceof Y.ContentType)) return;
    this.#removed.add(item);
    this.#hasRemoved = true;
  }

  #isWithinRemoved(item: Y.Item): boolean {
    for (let at: Y.Item | null = item; at; ) {
      const { parent }: Y.Item = at;
      if (!parent || typeof parent === 'string' || parent instanceof Y.ID) return false;
      at = parent._item;
      if (at && this.#removed.has(at)) return true;
    }
    return false;
  }
}

/** What a transaction has brought and what is removed at its end. */
function* arrivedIn({ deleteSet, beforeState, doc }: Y.Transaction): Generator<Y.Item> {
  for (const [client, ranges] of deleteSet.clients) {
    const known = beforeState.get(client) ?? 0;
    for (const { clock, len } of ranges) {
      if (clock + len <= known) continue;
      yield* itemsIn(doc, client, Math.max(clock, known), clock + len);
    }
  }
}
