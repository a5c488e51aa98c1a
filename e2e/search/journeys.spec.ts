// A reader looks for something: without any script, as the pages are sent.
import type { Page } from '@playwright/test';
import { buildPost } from '../../lib/testing/factories';
import { expect, type Site, test } from '../fixtures';
import { addPosts, ownWord } from '../posts';

test.use({ javaScriptEnabled: false });

const field = (page: Page) => page.getByRole('main').getByRole('searchbox', { name: 'Search' });
const facet = (page: Page, name: string) => page.getByRole('region', { name });

/** Posts that share a word which nothing else has. */
async function addFound(site: Site) {
  const word = ownWord();
  const post = (title: string, day: string, tags: string[]) =>
    buildPost('entry', {
      title: `${title} ${word}`,
      slug: `${word}-${title.toLowerCase()}`,
      body: `About ${title.toLowerCase()}, at length.`,
      publishedAt: new Date(`${day}T10:00:00Z`),
      tags,
    });
  await addPosts(site, [
    post('Quince', '2024-03-01', [`${word}-fruit`]),
    post('Medlar', '2024-04-01', [`${word}-fruit`, `${word}-old`]),
    post('Rowan', '2025-05-01', [`${word}-old`]),
    buildPost('beat', {
      beatType: 'til',
      title: `Grafting ${word}`,
      slug: `${word}-graft`,
      publishedAt: new Date('2025-06-01T10:00:00Z'),
    }),
  ]);
  return word;
}

test('from any page to results, and on by kind, year and tag', async ({ page, site }) => {
  const word = await addFound(site);
  await page.goto('/2026/');
  await page.getByRole('banner').getByRole('searchbox', { name: 'Search' }).fill(`  ${word} `);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${site.baseUrl}/search/?q=${word}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`“${word}” in posts`);
  await expect(page.getByText('4 posts', { exact: true })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(4);
  await expect(page.getByRole('article').first().locator('mark')).toHaveText([word]);

  await facet(page, 'Years').getByRole('link', { name: '2024' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await facet(page, 'Tags')
    .getByRole('link', { name: `${word}-old`, exact: true })
    .click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `“${word}” in posts tagged ${word}-old in 2024`,
  );

  await page.getByRole('link', { name: 'Remove the filter: 2024' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByRole('link', { name: `Remove the filter: tagged ${word}-old` }).click();
  await page.getByRole('link', { name: `Without posts tagged ${word}-fruit` }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await facet(page, 'Kinds').getByRole('link', { name: 'TILs' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page).toHaveURL(
    `${site.baseUrl}/search/?q=${word}&type=beat%3Atil&exclude.tag=${word}-fruit`,
  );
  await expect(field(page)).toHaveValue(word);
});

test('in another order', async ({ page, site }) => {
  const word = await addFound(site);
  await page.goto(`/search/?q=medlar+or+${word}`);
  await expect(page.getByRole('article').first()).toContainText('Medlar');
  await page.getByRole('link', { name: 'newest first' }).click();
  await expect(page.getByRole('article').first()).toContainText('Grafting');
  await page.getByRole('link', { name: 'best first' }).click();
  await expect(page.getByRole('article').first()).toContainText('Medlar');
});

test('a word that is mistyped, and the right one under the same filters', async ({
  page,
  site,
}) => {
  const word = await addFound(site);
  await page.goto(`/search/?q=quinze+${word}&year=2024`);
  await expect(page.getByText('Nothing was found.')).toBeVisible();
  await page.getByRole('link', { name: `quince ${word}` }).click();
  await expect(page).toHaveURL(`${site.baseUrl}/search/?q=quince+${word}&year=2024`);
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('on a tag, a month and a kind, for what is on the page', async ({ page, site }) => {
  const word = await addFound(site);
  const places = [
    { path: `/tags/${word}-fruit/`, limit: `tag=${word}-fruit` },
    { path: '/2024/Mar/', limit: 'year=2024&month=3' },
    { path: '/entries/', limit: 'type=entry' },
    { path: '/elsewhere/til/', limit: 'type=beat%3Atil' },
  ];
  for (const { path, limit } of places) {
    await page.goto(path);
    await page.getByRole('complementary').getByRole('searchbox').fill(word);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${site.baseUrl}/search/?q=${word}&${limit}`);
  }
});

test('a search keeps to a tag that is called otherwise now', async ({ page, site }) => {
  await page.goto('/search/?tag=oldmatrix&q=zqliveentry');
  await expect(page).toHaveURL(`${site.baseUrl}/search/?q=zqliveentry&tag=matrix`);
});

test('what cannot be is left out, and the page says so', async ({ page }) => {
  await page.goto('/search/?q=zqliveentry&year=24&colour=red');
  await expect(
    page.getByText('Left out of this search, because it cannot be: the year, a part that means'),
  ).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('results are for readers, not for search engines', async ({ page }) => {
  const robots = page.locator('meta[name=robots]');
  await page.goto('/search/?q=zqliveentry');
  await expect(robots).toHaveAttribute('content', 'noindex, follow');
  await page.goto('/search/');
  await expect(robots).toHaveCount(0);
});
