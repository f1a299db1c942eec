import type { RowId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import type * as Y from 'yjs';
import { followRows, formerRow } from './follow-models.ts';
import { changeOffers, followOffers, isSame, type Offer, type OffersKey, readOffers, says } from './kept-offers.ts';
import { type LostWords, type LostWordsWatch, livingFragment, missingIn } from './lost-words.ts';
import type { PlacePath } from './places.ts';
import { Shown, type Subscribable } from './subscribable.ts';

/** The roots of documents whose words are offered. */
const offered: ReadonlySet<string> = new Set(['rows', 'items', 'preamble', 'closing']);

/**
 * The words of a strategy, or of the charter, that a person is offered back: those that this page has seen go, and those that any page on this
 * device has seen go before. Kept on the device until they are answered, or stand in their place again.
 */
export class Offers implements Subscribable<readonly Offer[]> {
  readonly #doc: Y.Doc;
  readonly #watch: LostWordsWatch;
  readonly #key: OffersKey;
  readonly #shown = new Shown<readonly Offer[]>([]);
  readonly #stops: (() => void)[];
  /** Offers by what the watch has told; the row is the one of that moment. */
  readonly #told = new WeakMap<LostWords, Offer>();
  #earlier: readonly Offer[];
  #isMet = false;

  readonly getSnapshot = this.#shown.getSnapshot;
  readonly subscribe = this.#shown.subscribe;

  /** To be made while the document is still empty. */
  constructor(doc: Y.Doc, watch: LostWordsWatch, key: OffersKey) {
    this.#doc = doc;
    this.#watch = watch;
    this.#key = key;
    this.#earlier = readOffers(key);
    // Else a removed row could be read by nobody, on a page that shows no table.
    followRows(doc);
    const look = (): void => this.#look();
    doc.on('afterTransaction', look);
    const stopFollowing = followOffers(key, ({ come, gone }) => {
      this.#drop(gone);
      this.#earlier = [...this.#earlier, ...come];
      this.#tell();
    });
    this.#stops = [watch.subscribe(() => this.#tell()), stopFollowing, () => doc.off('afterTransaction', look)];
  }

  /** The document is what the server has: only now is it known which words stand in it again. */
  met(): void {
    if (this.#isMet) return;
    this.#isMet = true;
    this.#look();
  }

  /** What this person was writing in, when all of it was removed. */
  keep(place: PlacePath, words: string, row: StrategyRow): void {
    if (words.trim() === '') return;
    this.#earlier = [...this.#earlier, { place, words, isOthers: false, row }];
    this.#tell();
  }

  /** These were answered. */
  forget(done: readonly LostWords[]): void {
    this.#drop(done);
    this.#tell();
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  #drop(done: readonly LostWords[]): void {
    const isDone = (one: LostWords): boolean => done.some((other) => says(other, one));
    this.#earlier = this.#earlier.filter((one) => !isDone(one));
    this.#watch.forget(this.#watch.getSnapshot().filter(isDone));
  }

  #look(): void {
    if (this.#earlier.length > 0 && this.#isMet) {
      const lost = this.#earlier.flatMap((one) => this.#stillLost(one));
      if (lost.length < this.#earlier.length || lost.some((one, at) => one !== this.#earlier[at])) this.#earlier = lost;
    }
    this.#tell();
  }

  #stillLost(one: Offer): Offer[] {
    const words = missingIn(livingFragment(this.#doc, one.place), one.words);
    if (words === one.words) return [one];
    return words === '' ? [] : [{ ...one, words }];
  }

  /** Nothing of earlier is offered in a document that has not come yet: what is there could be put back over it. */
  #tell(): void {
    const before = this.#shown.getSnapshot();
    const earlier = this.#doc.store.clients.size > 0 ? this.#earlier : [];
    const told = this.#watch.getSnapshot().flatMap((one) => this.#offerOf(one));
    const now = onlyWhole([...earlier, ...told]);
    if (now.length === before.length && now.every((one, at) => one === before[at])) return;
    changeOffers(this.#key, {
      add: now.filter((one) => !before.includes(one)),
      remove: before.filter((one) => !now.some((other) => isSame(one, other))),
    });
    this.#shown.show(now);
  }

  #offerOf(one: LostWords): Offer[] {
    const [root = '', id] = one.place.split('/');
    if (!offered.has(root)) return [];
    const known = this.#told.get(one);
    if (known) return [known];
    const row = root === 'rows' ? formerRow(this.#doc, id as RowId) : undefined;
    const offer: Offer = { ...one, ...(row && { row }) };
    this.#told.set(one, offer);
    return [offer];
  }
}

/** Without what another one of them says as well. */
function onlyWhole(offers: readonly Offer[]): Offer[] {
  return offers.filter(
    (one, at) => !offers.some((other, place) => place !== at && says(other, one) && (place > at || !says(one, other))),
  );
}
