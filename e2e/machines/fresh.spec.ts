// What a change touches is fresh for machines too when the write returns.
import type { APIRequestContext } from '@playwright/test';
import { withPool } from '../../lib/commands/command-database';
import { binPost, unpublishPost, updatePost } from '../../lib/posts/change';
import { createPost } from '../../lib/posts/write';
import { buildPost } from '../../lib/testing/factories';
import { expect, test } from '../fixtures';
import { ownWord } from '../posts';

const text = async (request: APIRequestContext, path: string) => (await request.get(path)).text();

/** The address of the picture of a page, as a path. */
async function cardOf(request: APIRequestContext, path: string): Promise<string> {
  const html = await text(request, path);
  return /property="og:image" content="https?:\/\/[^/]+(\/cards\/[^"]+)"/.exec(html)?.[1] ?? '';
}

test('sitemap, card and short address follow a post', async ({ request, site }) => {
  test.skip(site.pageCache === 'platform', 'A platform hears of changes made within it alone.');
  const slug = ownWord();
  const input = buildPost('note', {
    slug,
    title: 'As it was',
    tags: [slug],
    publishedAt: new Date('2018-03-02T12:00:00Z'),
  });
  const path = `/2018/Mar/2/${slug}/`;
  const month = '/sitemap/2018-03.xml';
  expect((await request.get(month)).status()).toBe(404);
  expect(await text(request, '/sitemap.xml')).not.toContain(month);
  await withPool(site.databaseUrl, async ({ database }) => {
    const { id, number } = await createPost(input, database);
    expect(await text(request, '/sitemap.xml')).toContain(month);
    expect(await text(request, month)).toContain(path);
    expect(await text(request, '/sitemap/tags.xml')).toContain(`/tags/${slug}/`);

    const former = await cardOf(request, path);
    expect((await request.get(former)).headers()['content-type']).toBe('image/png');
    await updatePost(id, { ...input, title: 'As it is' }, database);
    const card = await cardOf(request, path);
    expect(card).not.toBe(former);
    const led = await request.get(former, { maxRedirects: 0 });
    expect([led.status(), led.headers().location]).toEqual([307, card]);

    const short = await request.get(`/n/${number}/`, { maxRedirects: 0 });
    expect(short.headers().location).toContain(path);
    await unpublishPost(id, database);
    expect((await request.get(`/n/${number}/`)).status()).toBe(404);
    expect((await request.get(card)).status()).toBe(404);
    expect((await request.get(month)).status()).toBe(404);
    expect(await text(request, '/sitemap/tags.xml')).not.toContain(`/tags/${slug}/`);
    await binPost(id, database);
  });
});
