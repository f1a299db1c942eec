import { defineConfig } from 'vitest/config';

/** The browser story: real pages in a real Chromium, one file after the other, each step building on the last. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    fileParallelism: false,
    bail: 1,
    // A browser on a busy machine misses a click now and then; a fault of ours fails three times.
    retry: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
