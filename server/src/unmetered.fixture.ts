import type { Meter } from './ports.ts';

/** For tests that look at no numbers. */
export const unmetered: Meter = {
  rooms() {},
  sockets() {},
  edits() {},
  commit() {},
  commitFailed() {},
  fanOut: () => () => {},
  refused() {},
};
