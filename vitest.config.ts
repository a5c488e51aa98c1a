import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['app/**/*.test.ts', 'lib/**/*.test.ts', 'components/**/*.test.ts'],
    setupFiles: ['lib/testing/framework.ts'],
    globalSetup: ['lib/testing/global-setup.ts'],
    // It imports the framework in a way that only bundlers understand.
    server: { deps: { inline: ['next-auth'] } },
    // Seals the cookies of tests.
    env: { AUTH_SECRET: 'the secret of the tests' },
    // For a busy machine; no test waits for the time to pass.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
