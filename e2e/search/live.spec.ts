// Results follow the typing, where scripts run.
import { buildPost } from '../../lib/testing/factories';
import { expect, test } from '../fixtures';
import { addPosts, ownWord } from '../posts';

test('results follow the typing; the field keeps its focus and the history its length', async ({
  page,
  site,
}) => {
  const word = ownWord();
  await addPosts(site, [
    buildPost('entry', { title: `Damson ${word}`, slug: `${word}-damson`, tags: [`${word}-tag`] }),
    buildPost('entry', { title: `Bullace ${word}`, slug: `${word}-bullace` }),
  ]);
  await page.goto('/search/');
  const length = await page.evaluate(() => history.length);
  const field = page.getByRole('main').getByRole('searchbox', { name: 'Search' });
  await field.pressSequentially(word);
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`“${word}” in posts`);
  await expect(page).toHaveURL(`${site.baseUrl}/search/?q=${word}`);
  await expect(page).toHaveTitle(new RegExp(`^“${word}” in posts — `));
  await expect(page.getByRole('status')).toHaveText('2 posts');
  await expect(
    page.getByRole('list', { name: 'Tags called so' }).getByRole('link', { name: `${word}-tag` }),
  ).toBeVisible();

  await field.pressSequentially(' dams');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(`${word} dams`);
  expect(await page.evaluate(() => history.length)).toBe(length);

  // The address is there already: what tells is that the page comes anew.
  const loaded = page.waitForEvent('load');
  await field.press('Enter');
  await loaded;
  await expect(page).toHaveURL(`${site.baseUrl}/search/?q=${word}+dams`);
  await expect(page.getByRole('article')).toHaveCount(1);

  await page.getByRole('main').getByRole('searchbox', { name: 'Search' }).fill('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
  await expect(page).toHaveURL(`${site.baseUrl}/search/`);
});

test('what is typed before the script is there is looked for when it is', async ({
  page,
  site,
}) => {
  const word = ownWord();
  await addPosts(site, [buildPost('note', { body: `Sorb ${word}.`, slug: `${word}-early` })]);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/reader-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/search/', { waitUntil: 'commit' });
  await page.getByRole('main').getByRole('searchbox', { name: 'Search' }).fill(word);
  release();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page).toHaveURL(`${site.baseUrl}/search/?q=${word}`);
});

test('address and title stay those of the results where a framework writes its own later', async ({
  page,
  site,
}) => {
  const word = ownWord();
  await addPosts(site, [buildPost('note', { body: `Rowan ${word}.`, slug: `${word}-rowan` })]);
  await page.goto('/search/');
  await page.getByRole('main').getByRole('searchbox', { name: 'Search' }).fill(word);
  await expect(page).toHaveURL(`${site.baseUrl}/search/?q=${word}`);
  await page.evaluate(() => {
    history.replaceState({ __NA: true }, '', '/search/');
    document.title = 'Search';
  });
  await expect(page).toHaveURL(`${site.baseUrl}/search/?q=${word}`);
  await expect(page).toHaveTitle(new RegExp(`^“${word}” in posts — `));
});

test('what found no answer is asked for again when it is typed again', async ({ page, site }) => {
  const word = ownWord();
  await addPosts(site, [buildPost('note', { body: `Quince ${word}.`, slug: `${word}-again` })]);
  await page.goto('/search/');
  await page.route(/\/search\/\?q=/, (route) => route.abort('blockedbyclient'), { times: 1 });
  const field = page.getByRole('main').getByRole('searchbox', { name: 'Search' });
  await expect(async () => {
    await field.fill(word);
    await expect(page.getByRole('article')).toHaveCount(1, { timeout: 1000 });
  }).toPass();
  await expect(page).toHaveURL(`${site.baseUrl}/search/?q=${word}`);
});

test('typing keeps the filters', async ({ page, site }) => {
  const word = ownWord();
  await addPosts(site, [
    buildPost('entry', { title: `Sloe ${word}`, slug: `${word}-sloe` }),
    buildPost('note', { body: `Sloe ${word}.`, slug: `${word}-note` }),
  ]);
  await page.goto('/search/?type=note');
  await page.getByRole('main').getByRole('searchbox', { name: 'Search' }).pressSequentially(word);
  await expect(page).toHaveURL(`${site.baseUrl}/search/?q=${word}&type=note`);
  await expect(page.getByRole('article')).toHaveCount(1);
});
