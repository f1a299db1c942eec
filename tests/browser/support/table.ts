import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import type { Locator, Page } from 'playwright-core';
import type { StrategyDesk } from './desk.ts';
import { shown } from './looking.ts';

/** The rows of the strategy as everybody else reads them. */
export function rowsOf(desk: StrategyDesk): StrategyRow[] {
  return desk.others(readStrategy);
}

/** Somebody else adds rows without a recommendation, with words in every cell of their first action. */
export async function othersAdd(desk: StrategyDesk, count: number): Promise<void> {
  await desk.othersWrite((doc) => {
    for (let at = 0; at < count; at++) {
      const row = addRow(doc, null);
      const action = readStrategy(doc).find((one) => one.id === row)?.actions[0]?.id;
      for (const cell of ['text', 'indicator', 'resources', 'partners'] as const) {
        const fragment = action && cellFragment(doc, { row, action, cell });
        if (fragment) fillFragment(fragment, `${cell} ${at + 1}`);
      }
    }
  });
  await shown(cellAt(desk.page, count, 'partners').getByText(`partners ${count}`));
}

/** A cell of the first action of a row, the first row being 0. */
export function cellAt(page: Page, row: number, cell: string): Locator {
  return page.locator('tbody').nth(row).locator(`[data-cell$=".${cell}"]`).first();
}

/** Nothing went wrong in any page. What a page says of a script that its policy forbids is right. */
export function realTroubles(troubles: string[]): string[] {
  return troubles.splice(0).filter((trouble) => !trouble.includes('Content Security Policy'));
}
