import type { Page } from 'playwright-core';

/** The middle of something on a page. */
export type Place = readonly [x: number, y: number];

export async function middle(page: Page, role: 'radio' | 'button', name: string | RegExp): Promise<Place> {
  const box = (await page.getByRole(role, { name, exact: true }).boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Something on a page by which one sees that it shows something else: the first that a selector finds, and its attribute. */
export interface Sign {
  selector: string;
  attribute: string;
}

/**
 * A thumb that taps these places in the moment in which the page shows another sign than now, or so many milliseconds `later`,
 * as in a double click; without places, the middle of what has the sign. What it did is awaited with the answer.
 */
export async function landOnNext(
  page: Page,
  sign: Sign,
  places: readonly Place[],
  later = 0,
): Promise<() => Promise<void>> {
  await page.evaluate(
    ({ selector, attribute, all, pause }) => {
      const now = () => document.querySelector(selector)?.getAttribute(attribute);
      const before = now();
      const landed = new Promise<void>((done) => {
        new MutationObserver(async (_, observer) => {
          if (now() === undefined || now() === before) return;
          observer.disconnect();
          if (pause > 0) await new Promise((next) => setTimeout(next, pause));
          const { x, y, width, height } = document.querySelector(selector)!.getBoundingClientRect();
          for (const [left, top] of all.length > 0 ? all : [[x + width / 2, y + height / 2] as const]) {
            (document.elementFromPoint(left, top) as HTMLElement).click();
            await new Promise((next) => setTimeout(next, 50));
          }
          done();
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      });
      Object.assign(window, { landed });
    },
    { ...sign, all: places, pause: later },
  );
  return () => page.evaluate(() => (window as unknown as { landed: Promise<void> }).landed);
}
