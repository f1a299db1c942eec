import { defineConfig } from 'vitest/config';

/** The browser story: real pages in a real Chromium, two files at a time, each step of a file building on the last. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    setupFiles: ['tests/browser/support/stop-at-fault.ts'],
    // They mostly wait for pages.
    maxWorkers: 2,
    // A browser on a busy machine misses a click now and then; a fault of ours fails again.
    retry: 1,
    // However slow the machine: what is waited for either comes or never does.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
