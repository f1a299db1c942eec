import { limits } from '@board/shared/protocol/limits';

/** What a projector can show of a text, in UTF-16 units. A cell may hold megabytes, and the live view goes to every phone in the hall. */
export function shown(text: string, most: number = limits.shownText): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  // Half of a pair of surrogates is no character.
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)} …`;
}

/** What is shown of several texts that together go to every phone: of each as much as is shown of one, of all so much and no more. */
export class ShownTexts {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  /** The first of these, each of which takes so much beside its texts. */
  first<One>(all: readonly One[], each: number): One[] {
    const some = all.slice(0, Math.max(0, Math.floor(this.#left / each)));
    this.#left -= some.length * each;
    return some;
  }

  shown(text: string): string {
    const part = shown(text, Math.min(limits.shownText, this.#left));
    this.#left = Math.max(0, this.#left - part.length);
    return part;
  }
}
