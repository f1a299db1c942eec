import { defineConfig } from 'vitest/config';

/** The browser story: real pages in a real Chromium, two files at a time, each step of a file building on the last. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    // They mostly wait for pages.
    maxWorkers: 2,
    bail: 1,
    // A browser on a busy machine misses a click now and then; a fault of ours fails three times.
    retry: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
