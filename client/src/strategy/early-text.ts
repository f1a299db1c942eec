import type { LeavingWay } from './editing.ts';

/** What is done between the opening of a text and the moment when its editor is there: no key of it may be lost. */
export class EarlyText {
  #text: string;
  #isTaken = false;
  readonly #onLeave: (way: LeavingWay) => void;

  /** `text`: what it was opened with. `onLeave`: it was left before its editor came; what was typed is there to be taken then. */
  constructor(text: string, onLeave: (way: LeavingWay) => void) {
    this.#text = text;
    this.#onLeave = onLeave;
  }

  /**
   * Begins to keep keys that would otherwise go nowhere, and to notice presses elsewhere than around `frame`, where the
   * text is. The focus alone says nothing: a menu that closes gives it back to its button. Returns how to stop.
   */
  listen(frame: HTMLElement | null): () => void {
    const notePress = ({ target }: PointerEvent): void => {
      const isHere = target instanceof Node && frame?.parentElement?.contains(target);
      if (!this.#isTaken && !isHere) this.#onLeave('away');
    };
    document.addEventListener('keydown', this.#keep, true);
    document.addEventListener('pointerdown', notePress, true);
    return () => {
      document.removeEventListener('keydown', this.#keep, true);
      document.removeEventListener('pointerdown', notePress, true);
    };
  }

  /** Hands over what was kept, its lines divided by line breaks; from now on the editor has the keys. */
  take(): string {
    this.#isTaken = true;
    return this.#text;
  }

  readonly #keep = (event: KeyboardEvent): void => {
    if (this.#isTaken || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (isWrittenIn(event.target)) return;
    const { key } = event;
    if (key === 'Escape') this.#onLeave('escape');
    else if (key === 'Tab') this.#onLeave(event.shiftKey ? 'previous' : 'next');
    else if (key === 'Backspace') this.#text = this.#text.slice(0, -1);
    else if (key === 'Enter') this.#text += '\n';
    else if (key.length === 1) this.#text += key;
    else {
      // What F6 does is the table's.
      if (key === 'F6') this.#onLeave('away');
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

function isWrittenIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
