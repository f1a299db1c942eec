import type { BrowserContextOptions } from 'playwright-core';

/** What people bring to a hall. */
export const devices = {
  laptop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  projector: { viewport: { width: 1920, height: 1080 } },
} satisfies Record<string, BrowserContextOptions>;

export type Device = keyof typeof devices;
