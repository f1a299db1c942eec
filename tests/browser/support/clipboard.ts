import type { Page } from 'playwright-core';

export interface Copied {
  text: string;
  html: string;
}

/** What another program has put on the clipboard is pasted where the focus is. */
export async function paste(page: Page, { text = '', html = '' }: Partial<Copied>): Promise<void> {
  await page.evaluate(
    ([plain, rich]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      if (rich !== '') clipboardData.setData('text/html', rich);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    [text, html] as const,
  );
}

/** Presses Ctrl+C or Ctrl+X and tells what other programs would be given. */
export async function copied(page: Page, key: 'c' | 'x' = 'c'): Promise<Copied> {
  // Listening before the key is pressed: on a busy machine the key would overtake it.
  const taken = await page.evaluateHandle(() => ({
    words: new Promise<Copied>((tell) => {
      const note = ({ clipboardData }: ClipboardEvent): void =>
        tell({ text: clipboardData?.getData('text/plain') ?? '', html: clipboardData?.getData('text/html') ?? '' });
      for (const type of ['copy', 'cut'] as const) window.addEventListener(type, note, { once: true });
    }),
  }));
  await page.keyboard.press(`Control+${key}`);
  return taken.evaluate(({ words }) => words);
}
