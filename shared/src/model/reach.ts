/** How much of a document is read in all, and of one text. */
export interface ReachLimits {
  /** Rows. */
  rows: number;
  /** Actions and risks of all rows. */
  parts: number;
  /** Characters (UTF-16 units) of all cells, and of one. */
  text: number;
  cellText: number;
}

/**
 * How much is still read of a document whose size its writers choose. For those who read it at every change and for others;
 * a page that shows a document reads it whole.
 */
export class Reach {
  readonly cellText: number;
  #left: Record<'rows' | 'parts' | 'text', number>;
  #isWhole = true;

  constructor({ cellText, ...left }: ReachLimits) {
    this.cellText = cellText;
    this.#left = left;
  }

  /** False once something was left out that could not be read any more; a text that was cut does not count. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** The first of these, as many as may still be read. */
  first<One>(of: 'rows' | 'parts', all: One[]): One[] {
    const most = this.#left[of];
    this.#left[of] -= Math.min(most, all.length);
    if (all.length <= most) return all;
    this.#isWhole = false;
    return all.slice(0, most);
  }

  /** How many characters of the next cell are read, at least one: whether anything is written is always known. */
  get nextCell(): number {
    return Math.max(1, Math.min(this.cellText, this.#left.text));
  }

  /** Notes that so many characters were read. */
  spend(text: number): void {
    this.#left.text -= text;
  }
}
