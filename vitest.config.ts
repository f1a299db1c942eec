import { defineConfig } from 'vitest/config';

/** Everything but the browser story, which has its own configuration. */
export default defineConfig({
  test: {
    include: ['{shared,server,client}/src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'tests/browser/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
