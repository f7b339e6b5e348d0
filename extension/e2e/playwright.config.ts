import { defineConfig } from '@playwright/test';

/** Specs that Firefox is not driven on, and why. */
const notInFirefox = {
  'whole-path': 'whole-path-firefox: it presses in frames of other sites too', rewrite: 'rewrite-firefox',
  admin: 'admin-firefox', 'admin-desk': 'keys of a virtual authenticator', feed: 'feed-firefox', 'feed-leaves': 'feed-firefox', 'feed-pages': 'feed-firefox',
  'hold-property': 'the clock: 2,000 sequences in Chromium', 'lost-words': 'a fault of Chromium', prompt: 'its window', 'rules-managed': 'its policy folder', 'rules-killed': 'its profile',
  'try-offline': 'its emulation of a phone', ime: 'its input of composed text', detached: 'its heap', idle: 'its counters', fixtures: 'no extension in it', extract: 'no extension in it', verdicts: 'it starts both',
  storm: 'its way into our world', drawing: 'its way into our world', offsets: 'its way into our world', moving: 'its way into our world', untouched: 'its way into our world',
  life: 'its frozen and discarded tabs', 'context-invalidated': 'its reload of an extension',
};

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
    { name: 'firefox', testMatch: '*.spec.ts', testIgnore: [...Object.keys(notInFirefox), '*firefox'].map((name) => `${name}.spec.ts`) },
    { name: 'pictures', testMatch: 'pictures*.ts' },
    { name: 'bench', testMatch: 'bench*.ts', timeout: 300_000 },
  ],
});
