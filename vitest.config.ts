import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,server,client}/src/**/*.test.{ts,tsx}', 'tests/*.test.ts', 'tests/sim/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
