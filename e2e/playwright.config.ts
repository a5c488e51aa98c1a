// Journeys in a real browser against the production build. Each worker has a server, a database and
// a DATA_DIR of its own (fixtures.ts); PAGE_CACHE=platform runs the reading journeys that way too.
import { defineConfig } from '@playwright/test';
import { findChromium } from './chromium';
import type { WorkerFixtures } from './fixtures';

const chromium = await findChromium();

export default defineConfig<object, Pick<WorkerFixtures, 'storage'>>({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // For a busy machine, and what asks for the whole site several times; no test waits for it to pass.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
    trace: 'retain-on-failure',
  },
  // What is promised of files holds wherever they lie.
  projects: [
    { name: 'site', testIgnore: 'media/bucket-*.spec.ts' },
    {
      name: 'bucket',
      testMatch: 'media/*.spec.ts',
      testIgnore: ['media/looks.spec.ts', 'media/off.spec.ts'],
      use: { storage: 'bucket' },
    },
  ],
});
