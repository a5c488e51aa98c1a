// What a first visit to the front page loads, compressed as a proxy sends it.
import { expect, test } from '../fixtures';
import { weigh } from '../weights';

test.use({ seed: 'samples', serviceWorkers: 'block' });

const kilobyte = 1024;

test('the front page is light', async ({ page, site }) => {
  test.skip(site.pageCache === 'platform', 'The platform leaves the framework’s scripts in.');
  const weights = weigh(page);
  await page.goto('/', { waitUntil: 'networkidle' });
  const loaded = await weights();
  const sum = (type: string, size: 'bytes' | 'gzipped') =>
    loaded.filter((one) => one.type === type).reduce((total, one) => total + one[size], 0);
  const code = sum('document', 'gzipped') + sum('stylesheet', 'gzipped') + sum('script', 'gzipped');
  expect(code).toBeLessThan(40 * kilobyte);
  expect(sum('script', 'gzipped')).toBeLessThan(8 * kilobyte);
  expect(sum('font', 'bytes')).toBeLessThan(60 * kilobyte);
  expect(loaded.filter((one) => one.type === 'stylesheet')).toHaveLength(1);
});

test('nothing blocks the first paint but one style sheet, and two fonts are fetched ahead', async ({
  request,
  site,
}) => {
  test.skip(site.pageCache === 'platform', 'The platform leaves the framework’s hints in.');
  const html = await (await request.get('/')).text();
  const head = html.slice(0, html.indexOf('</head>'));
  expect(head.match(/<link[^>]*rel="stylesheet"/g)).toHaveLength(1);
  expect(head.match(/<link[^>]*as="font"/g)).toHaveLength(2);
  expect(head.match(/<script\b[^>]*\bsrc=(?![^>]*\b(?:defer|async))/g)).toBeNull();
});
