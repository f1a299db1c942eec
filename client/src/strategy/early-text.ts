/** What is typed between the opening of a text and the moment when its editor is there: nothing of it may be lost. */
export class EarlyText {
  #text = '';
  #isTaken = false;

  /** Begins to keep letters that would otherwise go nowhere. Returns how to stop. */
  listen(): () => void {
    document.addEventListener('keydown', this.#keep, true);
    return () => document.removeEventListener('keydown', this.#keep, true);
  }

  /** Hands over what was kept; from now on the editor has the keys. */
  take(): string {
    this.#isTaken = true;
    return this.#text;
  }

  readonly #keep = (event: KeyboardEvent): void => {
    if (this.#isTaken || !isLetter(event) || isWrittenIn(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#text += event.key;
  };
}

function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
}

function isWrittenIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
