import { applyChange, changeBetween } from '@board/shared/model/plain-edit';
import type * as Y from 'yjs';
import { type Pieces, piecesOf, stepsBetween, textOfPieces } from './plain-pieces.ts';
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
    if (!this.#isOwn) this.#others = followedBy(this.#others, stepsBetween(this.#pieces, now, events));
    this.#pieces = now;
  }

  /** Writes what this person has made of the text that is shown. */
  write(text: string, origin: unknown): void {
    const change = changeBetween(this.#shown, text);
    if (change.removed === 0 && change.inserted === '') return;
    const { changes, steps } = rebasedOver(this.#others, change);
    this.#others = steps;
    this.#shown = text;
    const { doc } = this.#fragment;
    if (!doc) return;
    this.#isOwn = true;
    doc.transact(() => {
      // Told only after the cell’s own events, also where this is part of something larger.
      doc.once('afterTransaction', () => {
        this.#isOwn = false;
      });
      for (const one of changes) applyChange(this.#fragment, one, origin);
    }, origin);
  }

  /** From now on all is shown. Returns the text, and where a place of the text until now lies in it. */
  catchUp(): { text: string; placeOf: (place: number) => number } {
    const others = this.#others;
    this.#others = [];
    this.#shown = textOfPieces(this.#pieces);
    return { text: this.#shown, placeOf: (place) => placeAfter(others, place) };
  }
}
