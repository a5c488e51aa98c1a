// What an author sees before anybody else does: the secret link, and the live preview, which is the
// public page to the letter.
import type { APIRequestContext } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { withPool } from '../../lib/commands/command-database';
import type { Database } from '../../lib/db/client';
import { posts } from '../../lib/db/schema';
import { readValues } from '../../lib/posts/editable';
import type { RenderAnswer } from '../../lib/posts/editing';
import { postKinds } from '../../lib/posts/kinds';
import { renewPreviewKey, revokePreviewKey } from '../../lib/posts/preview-keys';
import { createPost } from '../../lib/posts/write';
import { buildPost } from '../../lib/testing/factories';
import { previewKeyOf, unsavedMarker } from '../../lib/testing/world';
import { expect, type Site, test } from '../fixtures';

const inDatabase = <Result>(site: Site, run: (db: Database) => Promise<Result>) =>
  withPool(site.databaseUrl, ({ database }) => run(database));

const rowOf = async (slug: string, db: Database) => {
  const [row] = await db.select().from(posts).where(eq(posts.slug, slug));
  if (row === undefined) throw new Error(`There is no ${slug}.`);
  return row;
};

/** What a document holds between the site's header and footer. */
const spreadOf = (html: string) =>
  /<div class="page is-post">(.*)<\/div><footer/s.exec(html)?.[1]?.replace(/<!--.*?-->/g, '');

const storedValues = (slug: string, site: Site) =>
  inDatabase(site, async (db) => {
    const row = await rowOf(slug, db);
    return { postId: row.id, kind: row.kind, values: await readValues(row, 'UTC', db) };
  });

const render = async (request: APIRequestContext, data: object): Promise<RenderAnswer> =>
  (await request.post('/api/render/', { data })).json();

for (const kind of postKinds) {
  test(`the live preview of a public ${kind} is its page`, async ({ editor, site }) => {
    const data = await storedValues(`live-${kind}`, site);
    const { html } = await render(editor.request, data);
    const page = await (await editor.request.get(`/2026/Jan/15/live-${kind}/`)).text();
    expect(spreadOf(page)).toContain('<main');
    expect(withoutOwnTime(html)).toBe(withoutOwnTime(spreadOf(page) ?? ''));
  });

  test(`the secret link shows what was typed into a draft ${kind}`, async ({ page }) => {
    const path = `/preview/${previewKeyOf(kind, 'draft')}/`;
    const response = await page.goto(path);
    expect(response?.headers()).toMatchObject({
      'cache-control': expect.stringContaining('no-store'),
      'x-robots-tag': 'noindex',
    });
    await expect(page.getByRole('main')).toContainText(`zqdraft${kind}`);
    if (kind !== 'beat') await expect(page.getByRole('main')).toContainText(unsavedMarker);
    await expect(page.getByText('Draft preview')).toBeVisible();
  });
}

/** A preview is of this moment; when a post last changed is told to machines alone. */
const withoutOwnTime = (html: string) =>
  html.replace(/(<data class="dt-updated" value=")[^"]*/, '$1');

/** The mark for the author's own links carries the post's number, which a draft has not. */
const withoutEditMark = (html: string) => html.replaceAll(/<span data-edit="\d*"><\/span>/g, '');

test('a draft with everything in it looks as it will when it is public', async ({
  editor,
  site,
}) => {
  const body =
    'Words[^1].\n\n```js\nlet a = 1;\n```\n\n## Part\n\n<video src="/x.mp4"></video>\n\n[^1]: Note.';
  const entry = buildPost('entry', {
    slug: 'looked-at',
    body,
    tags: ['matrix', 'a tag of its own'],
    publishedAt: new Date('2026-01-12T08:15:00Z'),
  });
  const values = { ...(await storedValues('live-entry', site)).values };
  const draft = {
    ...values,
    title: entry.title,
    body,
    slug: 'looked-at',
    tags: 'matrix\na tag of its own',
    publishedAt: '2026-01-12T08:15',
    seriesId: '',
  };
  const data = { postId: null, kind: 'entry', values: draft };
  const { html, wordCount, removed } = await render(editor.request, data);
  await inDatabase(site, (db) => createPost(entry, db));
  const page = await (await editor.request.get('/2026/Jan/12/looked-at/')).text();
  const shown = (text: string) => withoutOwnTime(withoutEditMark(text));
  expect(shown(html)).toBe(shown(spreadOf(page) ?? ''));
  expect(wordCount).toBeGreaterThan(2);
  expect(removed).toEqual([]);
});

test('the preview says what will be taken out', async ({ editor }) => {
  const values = { body: 'Kept. <script>alert(1)</script>' };
  const { html, removed } = await render(editor.request, { postId: null, kind: 'note', values });
  expect(html).not.toContain('alert(1)');
  expect(html).not.toContain('<script');
  expect(removed).toEqual([{ what: '<script>', count: 1 }]);
});

test('the frame takes the preview in with the site’s own style', async ({ editor }) => {
  const values = { body: '## A heading\n\nText.', title: 'T' };
  const { html } = await render(editor.request, { postId: null, kind: 'note', values });
  await editor.goto('/preview/frame/');
  await editor.locator('.page').evaluate((page, given) => {
    page.innerHTML = given;
  }, html);
  await expect(editor.getByRole('heading', { name: 'A heading' })).toBeVisible();
});

test('a key opens its draft until it is renewed or taken away', async ({ request, site }) => {
  const status = async (key: string | null) => (await request.get(`/preview/${key}/`)).status();
  const { postId } = await storedValues('draft-note', site);
  const first = await inDatabase(site, (db) => renewPreviewKey(postId, db));
  expect(await status(first)).toBe(200);
  const second = await inDatabase(site, (db) => renewPreviewKey(postId, db));
  expect(await status(first)).toBe(404);
  expect(await status(second)).toBe(200);
  await inDatabase(site, (db) => revokePreviewKey(postId, db));
  expect(await status(second)).toBe(404);
});

for (const [name, key] of [
  ['one that nobody has', 'A'.repeat(22)],
  ['one of another form', 'x'],
  ['that of a post in the bin', previewKeyOf('note', 'binned')],
] as const)
  test(`nothing is behind a key: ${name}`, async ({ request }) => {
    const response = await request.get(`/preview/${key}/`);
    expect(response.status()).toBe(404);
    expect(await response.text()).not.toContain('zq');
  });

test('the routes of the editor are for those who are signed in, and for pages of this site', async ({
  request,
  author,
  site,
}) => {
  const { postId, kind, values } = await storedValues('live-note', site);
  for (const path of ['/api/render/', '/api/autosave/'])
    expect((await request.post(path, { data: {} })).status()).toBe(401);
  const data = { postId, kind, values };
  expect((await author.request.post('/api/render/', { data })).status()).toBe(403);
  const headers = { 'Sec-Fetch-Site': 'cross-site' };
  const foreign = await author.request.post('/api/autosave/', { data: {}, headers });
  expect(foreign.status()).toBe(403);
  expect((await author.request.post('/api/autosave/', { data: {} })).status()).toBe(400);
  const long = 'x'.repeat(5_000_000);
  expect((await author.request.post('/api/autosave/', { data: long })).status()).toBe(413);
});
