import { defineConfig } from '@playwright/test';

// Two browsers at most: the machine is small, and each brings its own worker.
// A test that needs a second try is a wrong test; on a machine that others use,
// CI gives one and says "flaky".
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './bundle.ts',
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env.CI,
  reporter: [['list']],
  projects: [
    { name: 'e2e', testMatch: '*.spec.ts' },
    { name: 'firefox', testMatch: '*.spec.ts', testIgnore: ['*-firefox.spec.ts', 'firefox.spec.ts'] },
    { name: 'pictures', testMatch: 'pictures*.ts' },
    { name: 'bench', testMatch: 'bench*.ts', timeout: 300_000 },
  ],
});
