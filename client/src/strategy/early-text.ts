import { limits } from '@board/shared/protocol/limits';
import type { LeavingWay } from './editing.ts';

/**
 * What is done between the opening of a text and the moment when its editor is there. A plain field takes it, since only
 * the browser knows what becomes of a paste, of a word that an input method composes, of keys that make a letter together.
 */
export class EarlyText {
  readonly #first: string;
  readonly #onLeave: (way: LeavingWay) => void;
  #field: HTMLTextAreaElement | null = null;
  #isTaken = false;
  #isComposing = false;
  #begin: ((typed: string) => void) | null = null;

  /** `first`: what it was opened with. `onLeave`: it was left before its editor came; what was typed is there to be taken then. */
  constructor(first: string, onLeave: (way: LeavingWay) => void) {
    this.#first = first;
    this.#onLeave = onLeave;
  }

  /**
   * Begins to take into a field what would otherwise go nowhere, and to notice presses elsewhere than around the frame that
   * the field is in. The focus alone says nothing: a menu that closes gives it back to its button. Returns how to stop.
   */
  listen(field: HTMLTextAreaElement): () => void {
    if (this.#isTaken) return () => {};
    const frame = field.parentElement?.parentElement;
    this.#field = field;
    field.maxLength = limits.cellText;
    field.value = this.#first;
    field.focus({ preventScroll: true });
    const stop = new AbortController();
    const { signal } = stop;
    const notePress = ({ target }: PointerEvent): void => {
      if (!this.#isTaken && !(target instanceof Node && frame?.contains(target))) this.#onLeave('away');
    };
    document.addEventListener('keydown', this.#onKey, { capture: true, signal });
    document.addEventListener('pointerdown', notePress, { capture: true, signal });
    field.addEventListener('compositionstart', () => this.#compose(true), { signal });
    field.addEventListener('compositionend', () => this.#compose(false), { signal });
    return () => stop.abort();
  }

  /** Hands over what was typed, its lines divided by line breaks; from now on the editor has the keys. */
  take(): string {
    if (this.#isTaken) return '';
    this.#isTaken = true;
    return this.#field?.value ?? this.#first;
  }

  /** The same to an editor, as soon as no word is being composed: a word that is torn from its field is lost. */
  handOver(begin: (typed: string) => void): void {
    if (this.#isComposing) this.#begin = begin;
    else begin(this.take());
  }

  #compose(isComposing: boolean): void {
    this.#isComposing = isComposing;
    // An input method’s last word comes a moment after it says that it has ended.
    if (!isComposing) setTimeout(() => this.#goOn());
  }

  #goOn(): void {
    if (this.#isTaken || this.#isComposing || !this.#begin) return;
    this.#begin(this.take());
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key, target } = event;
    if (this.#isTaken || event.isComposing || (target !== this.#field && isWrittenIn(target))) return;
    // What F6 does is the table's.
    if (key === 'F6') {
      this.#onLeave('away');
      return;
    }
    event.stopPropagation();
    if (target !== this.#field) this.#field?.focus({ preventScroll: true });
    if ((key !== 'Escape' && key !== 'Tab') || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#onLeave(key === 'Escape' ? 'escape' : event.shiftKey ? 'previous' : 'next');
  };
}

function isWrittenIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
