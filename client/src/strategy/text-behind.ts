import { applyChange, changeBetween } from '@board/shared/model/plain-edit';
import * as Y from 'yjs';
import { type Pieces, piecesOf, stepsBetween, textOfPieces } from './plain-pieces.ts';
import { ShownSigns } from './shown-signs.ts';
import { followedBy, placeAfter, rebasedOver, type Step } from './text-steps.ts';

type Events = readonly Y.YEvent<Y.AbstractType<unknown>>[];

/**
 * A cell's plain text as somebody sees it who cannot be shown everything at once, such as while an input method is
 * composing. What this person does to it goes to the right place of the cell at once; what others do is remembered until
 * it can be shown.
 */
export class TextBehind {
  readonly #fragment: Y.XmlFragment;
  #pieces: Pieces;
  #shown: string;
  /** What others have done to the text that is shown. */
  #others: readonly Step[] = [];
  /** The signs that are shown, once others have done something. */
  #signs: ShownSigns | null = null;
  #isOwn = false;

  constructor(fragment: Y.XmlFragment) {
    this.#fragment = fragment;
    this.#pieces = piecesOf(fragment);
    this.#shown = textOfPieces(this.#pieces);
  }

  /** What this person sees. */
  get shown(): string {
    return this.#shown;
  }

  /** To be told of each change of the cell, while its events are told. */
  follow(events: Events): void {
    const now = piecesOf(this.#fragment);
    const [first] = events;
    if (!this.#isOwn) {
      if (first) this.#signs ??= new ShownSigns(this.#fragment, this.#pieces, first.transaction);
      this.#others = followedBy(this.#others, stepsBetween(this.#pieces, now, events));
    }
    if (first) this.#signs?.follow(first.transaction);
    this.#pieces = now;
  }

  /** Writes what this person has made of the text that is shown. */
  write(text: string, origin: unknown): void {
    const change = changeBetween(this.#shown, text);
    if (change.removed === 0 && change.inserted === '') return;
    // Steps do not know a sign again that was written anew elsewhere.
    const { changes, steps } = this.#signs?.rebasedTo(this.#others, change) ?? rebasedOver(this.#others, change);
    this.#others = steps;
    this.#shown = text;
    const { doc } = this.#fragment;
    if (!doc) return;
    const from = Y.getState(doc.store, doc.clientID);
    this.#isOwn = true;
    doc.transact(() => {
      // Told only after the cell’s own events, also where this is part of something larger.
      doc.once('afterTransaction', () => {
        this.#isOwn = false;
      });
      for (const one of changes) applyChange(this.#fragment, one, origin);
    }, origin);
    this.#signs?.wrote(change, from);
  }

  /** From now on all is shown. Returns the text, and where a place of the text until now lies in it. */
  catchUp(): { text: string; placeOf: (place: number) => number } {
    const [others, signs] = [this.#others, this.#signs];
    this.#others = [];
    this.#signs = null;
    this.#shown = textOfPieces(this.#pieces);
    return { text: this.#shown, placeOf: (place) => signs?.placeNow(place) ?? placeAfter(others, place) };
  }
}
