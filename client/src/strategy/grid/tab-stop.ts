/**
 * The one cell of a table that Tab comes to from outside: the one that had the focus last, at first the first. Written
 * into the page by hand, so that no row is drawn again; see `tabIndex` in `table-cell.tsx`.
 */
export class TabStop {
  #cell: HTMLElement | null = null;

  /** This cell has the focus. */
  moveTo(cell: HTMLElement): void {
    if (this.#cell) this.#cell.tabIndex = -1;
    this.#cell = cell;
    cell.tabIndex = 0;
  }

  /** There is such a cell, also after the last one was removed. To be called when the table was drawn. */
  keep(grid: Element | null): void {
    if (this.#cell?.isConnected) return;
    const first = grid?.querySelector<HTMLElement>('[data-cell]');
    if (first) this.moveTo(first);
  }

  focus(): void {
    this.#cell?.focus();
  }
}
