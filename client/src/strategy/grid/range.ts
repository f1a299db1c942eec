import type { RowId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import { cellElementId } from '../table-cell.tsx';
import { rowOfKey } from '../table-model.ts';
import { blockBetween, matrixOf } from './matrix.ts';

/**
 * The cells that are chosen together, from an anchor to a head. They are marked in the page by hand: choosing draws no row
 * again.
 */
export class Range {
  #anchor: string | null = null;
  #head: string | null = null;
  #marked: HTMLElement[] = [];

  /** Chooses everything between two cells; one and the same cell chooses nothing. */
  choose(rows: readonly StrategyRow[], anchor: string, head: string): void {
    this.clear();
    if (anchor === head) {
      this.#anchor = anchor;
      return;
    }
    this.#anchor = anchor;
    this.#head = head;
    for (const key of this.block(rows).flat()) {
      const element = key === null ? null : document.getElementById(cellElementId(key));
      if (!element) continue;
      element.dataset['chosen'] = '';
      element.setAttribute('aria-selected', 'true');
      this.#marked.push(element);
    }
  }

  /** Nothing is chosen any more. */
  clear(): void {
    this.#anchor = null;
    this.#head = null;
    for (const element of this.#marked.splice(0)) {
      delete element.dataset['chosen'];
      element.removeAttribute('aria-selected');
    }
  }

  /** Where choosing goes on from. */
  anchorOr(key: string): string {
    return this.#anchor ?? key;
  }

  headOr(key: string): string {
    return this.#head ?? key;
  }

  get isEmpty(): boolean {
    return this.#head === null;
  }

  /** The rows of the chosen cells if the given one is among them, otherwise that one alone. */
  rowsWith(rows: readonly StrategyRow[], row: RowId): readonly RowId[] {
    const keys = this.block(rows).flat();
    const chosen = [...new Set(keys.flatMap((key) => (key === null ? [] : [rowOfKey(key)])))];
    return chosen.includes(row) ? chosen : [row];
  }

  /** The chosen cells by lines and columns; empty when none are. */
  block(rows: readonly StrategyRow[]): (string | null)[][] {
    return this.#anchor === null || this.#head === null ? [] : blockBetween(matrixOf(rows), this.#anchor, this.#head);
  }
}
