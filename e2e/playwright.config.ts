import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  timeout: 120_000,
  // Each has a screen, a relay and a browser of its own; two at a time suit two cores.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
});
