// The same journeys with the platform's page cache instead of ours.
process.env.PAGE_CACHE = 'platform';
const { default: config } = await import('./playwright.config');

export default {
  ...config,
  // What several of our processes share, a platform has instead.
  // What authors do is the same whoever keeps the pages; that it reaches them is not.
  projects: [{ name: 'site' }],
  testIgnore: ['instances/**', 'proxies/**', /writing\/(?!publishing)/, /media\/(?!replace)/],
  reporter: [['list'], ['json', { outputFile: '../test-results/platform.json' }]],
};
