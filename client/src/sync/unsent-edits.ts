import * as Y from 'yjs';
import { itemsIn } from './items.ts';
import { changedPlaces, isWithin, type PlacePath, placeOfItem } from './places.ts';
import type { WaitingEdits } from './waiting-edits.ts';

/**
 * Counts this page's edits as waiting, and takes those back that were taken back: a place where nothing but unsent words
 * were added does not wait any more once none of them is left. Whatever has gone out, be it over a socket that was lost,
 * waits until the server says that it is stored.
 */
export class UnsentEdits {
  readonly #doc: Y.Doc;
  readonly #waiting: WaitingEdits;
  /** Up to which of its clocks this page's edits have gone out. */
  #gone = 0;
  /** Places that wait for nothing but what this page has added there and not sent. */
  readonly #added = new Set<PlacePath>();

  constructor(doc: Y.Doc, waiting: WaitingEdits) {
    this.#doc = doc;
    this.#waiting = waiting;
  }

  /** This page has changed the document. */
  edited(transaction: Y.Transaction): void {
    const places = changedPlaces(transaction);
    const before = new Set(this.#waiting.places);
    for (const place of places) if (!before.has(place)) this.#added.add(place);
    this.#waiting.edited(places);
    const { clients } = transaction.deleteSet;
    if (clients.size === 0) return;
    if (this.#isAllUnsent(clients)) this.#takeBack();
    else for (const place of places) this.#added.delete(place);
  }

  /** In these places waits what other tabs, or an earlier page, have left. */
  left(places: Iterable<PlacePath>): void {
    for (const place of places) this.#added.delete(place);
  }

  /** All that this page has written has gone out. */
  haveGone(): void {
    this.#gone = Y.getState(this.#doc.store, this.#doc.clientID);
    this.#added.clear();
  }

  #isAllUnsent(removed: Y.Transaction['deleteSet']['clients']): boolean {
    const isUnsent = (client: number, clock: number): boolean => client === this.#doc.clientID && clock >= this.#gone;
    return [...removed].every(([client, ranges]) => ranges.every(({ clock }) => isUnsent(client, clock)));
  }

  /** What was added is looked at as it is now, so that it does not matter in how many steps it was removed, and by whom. */
  #takeBack(): void {
    const standing = this.#standing();
    const empty = [...this.#added].filter((place) => {
      // A field of a row that was added waits with its row, as long as nothing is in it.
      const isPart = [...this.#added].some((other) => other !== place && isWithin(place, [other]));
      return !standing.some((one) => isWithin(one.place, [place]) && !(isPart && one.isField && one.place === place));
    });
    for (const place of empty) this.#added.delete(place);
    this.#waiting.takenBack(empty);
  }

  /** Where something stands that this page has added and not sent; `isField`: the place itself, and nothing in it. */
  #standing(): { place: PlacePath; isField: boolean }[] {
    const doc = this.#doc;
    const added = itemsIn(doc, doc.clientID, this.#gone, Y.getState(doc.store, doc.clientID));
    return [...added].flatMap((item) =>
      item.deleted
        ? []
        : [
            {
              place: placeOfItem(item, doc),
              isField: item.parentSub !== null && item.content instanceof Y.ContentType,
            },
          ],
    );
  }
}
