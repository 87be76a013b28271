import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'relay',
    // A bound on tests that hang, with room for a busy machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
