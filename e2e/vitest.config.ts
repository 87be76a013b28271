import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'faults',
    include: ['{faults,bench,fixtures,containers,release,docs}/**/*.test.ts'],
    // They start relays, kill them and trace them: one at a time, so that none disturbs another.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
