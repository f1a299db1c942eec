import type { Locator, Page } from 'playwright-core';

/** Waits until something is on the page. Throws with what was looked for. */
export async function shown(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'visible' });
}

/** Waits until something is to be seen nowhere on the page any more. */
export async function gone(locator: Locator): Promise<void> {
  await locator.filter({ visible: true }).first().waitFor({ state: 'hidden' });
}

/** Waits until these words can be read somewhere on the page. */
export async function shows(page: Page, words: string | RegExp): Promise<void> {
  await shown(page.getByText(words).filter({ visible: true }).first());
}

/** What has the focus: the address of its cell, or its name. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement as HTMLElement | null;
    return (
      active?.dataset['cell'] ?? active?.getAttribute('aria-label') ?? active?.textContent ?? active?.tagName ?? ''
    );
  });
}
