import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Hall } from './hall.ts';

/** The sizes that projectors have. */
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
] as const;

/** What cannot be read from the back of the hall: text that is too small, cut through, or outside of the screen. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = innerHeight / 40 - 0.5;
    const clips = (style: CSSStyleDeclaration) => style.overflowX !== 'visible' || style.overflowY !== 'visible';
    const endsInDots = (style: CSSStyleDeclaration) =>
      style.textOverflow === 'ellipsis' || !['none', ''].includes(style.webkitLineClamp);
    /** Columns that belong to another page of a text lie outside of its frame. */
    const isPaged = (element: Element) => {
      for (let one: Element | null = element; one; one = one.parentElement)
        if (getComputedStyle(one).columnCount !== 'auto') return true;
      return false;
    };
    const frameOf = (element: Element): DOMRect => {
      for (let one = element.parentElement; one; one = one.parentElement)
        if (clips(getComputedStyle(one))) return one.getBoundingClientRect();
      return new DOMRect(0, 0, innerWidth, innerHeight);
    };
    const faultOf = (element: Element): string | null => {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (Number.parseFloat(style.fontSize) < least) return `small (${style.fontSize})`;
      // Of words inside a line the line itself tells more.
      if (style.display === 'inline') return null;
      const frame = frameOf(element);
      // What goes on on another page stands there in a part of its own.
      const parts = isPaged(element) ? [...element.getClientRects()] : [box];
      for (const part of parts) {
        if (isPaged(element) && (part.left >= frame.right - 1 || part.right <= frame.left + 1)) continue;
        if (part.left < frame.left - 1 || part.right > frame.right + 1) return 'outside, sideways';
        if (part.top < frame.top - 1 || part.bottom > frame.bottom + 1) return 'outside';
      }
      if (element.scrollWidth > element.clientWidth + 2 && style.textOverflow !== 'ellipsis') return 'too wide';
      const isCut = clips(style) && !endsInDots(style) && element.scrollHeight > element.clientHeight + 2;
      return isCut ? 'cut through' : null;
    };
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollHeight > innerHeight + 1 || root.scrollWidth > innerWidth + 1) faults.push('the page scrolls');
    for (const element of document.querySelectorAll('main *')) {
      const isText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      const isSeen = element.checkVisibility({ opacityProperty: true }) && element.getClientRects().length > 0;
      const fault = isText && isSeen && !element.closest('table caption') ? faultOf(element) : null;
      if (fault) faults.push(`${fault}: ${element.className} ${element.textContent?.slice(0, 40)}`);
    }
    return faults;
  });
}

/** The same at both sizes that projectors have. */
export async function layoutFaultsAtBothSizes(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const faults: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    faults.push(...(await layoutFaults(page)).map((fault) => `${size.height}: ${fault}`));
  }
  if (before) await page.setViewportSize(before);
  return faults;
}

/** A wall that is looked at in all the ways that a hall may see it. */
export interface LookedAt {
  hall: Hall;
  wall: Page;
  /** What the pictures are called. */
  name: string;
  looks: readonly { language: string; look?: 'light' | 'dark' }[];
  /** Has the wall show itself like that. */
  set(look: LookedAt['looks'][number]): Promise<unknown>;
  /** What else may be wrong with this view. */
  faultsOf(wall: Page): Promise<string[]>;
}

/** Looks at a wall in each of these ways at both sizes, until nothing is wrong; tells what stays wrong. */
export async function faultsEverywhere({ hall, wall, name, looks, set, faultsOf }: LookedAt): Promise<string[]> {
  const faults: string[] = [];
  for (const one of looks) {
    await set(one);
    await wall.waitForFunction((language) => document.documentElement.lang === language, one.language);
    for (const size of sizes) {
      await wall.setViewportSize(size);
      await wall.evaluate(() => document.fonts.ready);
      let found: string[] = [];
      const look = async (): Promise<string[]> => {
        found = [...(await layoutFaults(wall)), ...(await faultsOf(wall))];
        return found;
      };
      // Letters and sizes settle; what is still wrong then stays.
      await expect
        .poll(look, { timeout: 10_000 })
        .toEqual([])
        .catch(() => {});
      await hall.shoot(wall, `${name}-${one.language}-${size.height}`);
      faults.push(...found.map((fault) => `${one.language} ${size.height}: ${fault}`));
    }
  }
  return faults;
}

/** The parts of a view that must stay where they are. */
const parts = 'main :is(h1, h2, section, article, ul, ol, li, table, footer, svg[role])';

/** Remembers every part of the view that is shown, and where it stands; from now on it is noticed when one is hidden for a moment. */
export function remember(page: Page): Promise<number> {
  return page.evaluate((selector) => {
    const seen = [...document.querySelectorAll(selector)].map((element) => ({
      element,
      box: element.getBoundingClientRect().toJSON() as DOMRect,
    }));
    const kept = window as unknown as { seen: typeof seen; hidden: number };
    kept.seen = seen;
    kept.hidden = 0;
    // What waits for something hides what stood in its place: the hall would see it blink.
    const watch = new MutationObserver((changes) => {
      for (const { target } of changes)
        if ((target as HTMLElement).style.display === 'none' && target.contains(document.querySelector('main h1')))
          kept.hidden += 1;
    });
    watch.observe(document.body, { attributeFilter: ['style'], subtree: true });
    return seen.length;
  }, parts);
}

/** The parts that have gone or moved since. */
export function moved(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { seen, hidden } = window as unknown as { seen: { element: Element; box: DOMRect }[]; hidden: number };
    const nameOf = (element: Element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`;
    const faults = seen.flatMap(({ element, box }) => {
      if (!element.isConnected) return [`gone: ${nameOf(element)}`];
      const now = element.getBoundingClientRect();
      const isSame = (['left', 'top', 'width', 'height'] as const).every((side) => Math.abs(now[side] - box[side]) < 1);
      return isSame ? [] : [`moved: ${nameOf(element)}`];
    });
    return hidden > 0 ? ['blinked', ...faults] : faults;
  });
}
