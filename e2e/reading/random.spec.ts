// Some post, another one each time, and the way to yet another.
import { isPublicState, worldPosts } from '../../lib/testing/world';
import { ask } from '../ask';
import { stopClock } from '../clock';
import { expect, test } from '../fixtures';

test.use({ apart: 'untouched' });

const tagged = worldPosts.filter((post) => isPublicState(post.state)).map((post) => post.path);

for (const path of ['/random/matrix/', '/random/second+matrix', '/random/oldmatrix/'])
  test(`${path} leads to one of the posts it means`, async ({ site }) => {
    const found = new Set<string>();
    for (let index = 0; index < 30; index += 1) {
      const answer = await ask(site.baseUrl, path);
      expect(answer.status).toBe(302);
      expect(answer.locations).toBe(1);
      found.add(answer.location ?? '');
    }
    expect([...found].filter((location) => !tagged.includes(location))).toEqual([]);
    expect(found.size).toBeGreaterThan(1);
  });

test('no cache keeps where it leads', async ({ request }) => {
  for (const path of ['/random/', '/random/matrix/', '/random/nothing/']) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.headers()['cache-control']).toBe('no-store');
    expect(response.headers()['set-cookie']).toBeUndefined();
  }
});

for (const path of [
  '/random/nothing/',
  '/random/unused/',
  '/random/filler+matrix/',
  '/random/constructor/',
  '/random/a+b+c+d+e+f/',
  '/random/matrix/more/',
  '/random/%FF/',
  '/random/%00/',
])
  test(`${path} leads nowhere`, async ({ site }) => {
    expect([400, 404]).toContain((await ask(site.baseUrl, path)).status);
  });

test('a reader goes from one to the next by the button that stays for five seconds', async ({
  page,
}) => {
  await stopClock(page);
  await page.goto('/tags/matrix/');
  const header = page.getByRole('banner');
  await expect(header.getByRole('link', { name: /^Random/ })).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: 'Random', exact: true }).click();
  await expect(page).toHaveURL(/\/2026\/Jan\/15\/\w+-\w+\/$/);
  const again = header.getByRole('link', { name: 'Random: matrix', exact: true });
  await expect(again).toBeVisible();
  await again.click();
  await expect(page).toHaveURL(/\/2026\/Jan\/15\/\w+-\w+\/$/);
  await expect(again).toBeVisible();
  await page.mouse.move(0, 400);
  await page.clock.runFor(6000);
  await expect(again).toBeHidden();
  await page.goto('/about/');
  await expect(again).toBeHidden();
});

test('from the foot of every page', async ({ page }) => {
  await stopClock(page);
  await page.goto('/about/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Random', exact: true }).click();
  await expect(page).toHaveURL(/\/\d{4}\/\w{3}\/\d+\//);
  await expect(page.getByRole('banner').getByRole('link', { name: 'Random' })).toBeVisible();
});
