// The same journeys with the platform's page cache instead of ours.
process.env.PAGE_CACHE = 'platform';
const { default: config } = await import('./playwright.config');

export default {
  ...config,
  // What several of our processes share, a platform has instead.
  // How a change reaches the pages is another matter here: of what authors do, publishing, where the
  // editor stays as it is, and tags, where actions lead elsewhere, stand for all of it.
  projects: [{ name: 'site' }],
  testIgnore: ['instances/**', 'proxies/**', /writing\/(?!publishing|tags)/, /media\/(?!replace)/],
  reporter: [['list'], ['json', { outputFile: '../test-results/platform.json' }]],
};
