// What the author is told has happened, every page shows at the next request.
import type { APIRequestContext } from '@playwright/test';
import { buildPost } from '../../lib/testing/factories';
import { expect, test } from '../fixtures';
import { Editor, makePost } from '../pages/editor';

type Entry = Parameters<typeof buildPost<'entry'>>[1];

/** An entry with a word that nothing else has, of a month in which no other test writes. */
const entryOf = (word: string, over: Entry = {}) =>
  buildPost('entry', {
    title: `Title ${word}`,
    body: `Text ${word}.`,
    slug: word,
    tags: ['matrix', `tag-of-${word}`],
    publishedAt: new Date('2026-03-22T10:00:00Z'),
    ...over,
  });

/** Its own page, and those on which it stands with its title. */
const pagesOf = (word: string) => ({
  own: `/2026/Mar/22/${word}/`,
  lists: [
    '/',
    '/2026/',
    '/2026/Mar/',
    '/2026/Mar/22/',
    '/entries/',
    '/tags/matrix/',
    `/tags/tag-of-${word}/`,
    `/tags/matrix+tag-of-${word}/`,
    // Among the recent entries.
    '/2026/Jan/15/live-note/',
  ],
});

const textOf = async (request: APIRequestContext, path: string) => (await request.get(path)).text();

/** Asks for each page once. */
async function expectOn(
  request: APIRequestContext,
  pages: string[],
  word: string,
  isThere: boolean,
) {
  for (const page of pages)
    expect([page, (await textOf(request, page)).includes(word)]).toEqual([page, isThere]);
}

test('a draft that is published is on every page at once', async ({ editor, request, site }) => {
  const { own, lists } = pagesOf('freshwort');
  const page = new Editor(editor);
  const id = await makePost(site, entryOf('freshwort', { status: 'draft' }));
  await expectOn(request, lists, 'Title freshwort', false);
  expect((await request.get(own)).status()).toBe(404);
  await page.open(id);
  await page.button('Publish…').click();
  await editor.getByRole('dialog').getByRole('button', { name: 'Publish with this date' }).click();
  await expect(page.notice).toContainText('Published. It is live');
  await expect(editor.getByRole('link', { name: site.baseUrl + own })).toBeVisible();
  await expectOn(request, [own, ...lists], 'Title freshwort', true);
  expect(await textOf(request, '/tags/')).toContain('tag-of-freshwort');
});

test('a change of a public post is on every page at once', async ({ editor, request, site }) => {
  const { own, lists } = pagesOf('changewort');
  const page = new Editor(editor);
  const id = await makePost(site, entryOf('changewort'));
  await expectOn(request, [own, ...lists], 'Title changewort', true);
  await page.open(id);
  await page.field('Title').fill('Another name');
  await page.saved();
  await expectOn(request, [own, ...lists], 'Another name', false);
  await page.button('Update').click();
  await expect(page.notice).toContainText('Updated. The change is live');
  await expectOn(request, [own, ...lists], 'Another name', true);
  await expectOn(request, [own, ...lists], 'Title changewort', false);
});

test('another slug leads from the former address to the new one', async ({
  editor,
  request,
  site,
}) => {
  const page = new Editor(editor);
  const id = await makePost(site, entryOf('slugwort'));
  await request.get('/2026/Mar/22/slugwort/');
  await page.open(id);
  await editor.getByText('Details', { exact: true }).click();
  await page.field('Slug').fill('slugwort-moved');
  await page.button('Update').click();
  await expect(page.notice).toContainText('Updated');
  const moved = await request.get('/2026/Mar/22/slugwort/', { maxRedirects: 0 });
  expect([301, 308]).toContain(moved.status());
  expect(moved.headers().location).toContain('/2026/Mar/22/slugwort-moved/');
  expect((await request.get('/2026/Mar/22/slugwort-moved/')).status()).toBe(200);
});

test('a post that is taken back is nowhere, at once', async ({ editor, request, site }) => {
  const { own, lists } = pagesOf('backwort');
  const page = new Editor(editor);
  const id = await makePost(site, entryOf('backwort'));
  await expectOn(request, [own, ...lists], 'Title backwort', true);
  await page.open(id);
  await editor.locator('.publish-bar summary').click();
  await page.button('Back to draft…').click();
  await page.button('Back to draft').click();
  await expect(page.notice).toContainText('Taken back');
  expect((await request.get(own)).status()).toBe(404);
  expect((await request.get('/tags/tag-of-backwort/')).status()).toBe(404);
  await expectOn(request, lists, 'Title backwort', false);
});

test('a renewed secret link shuts the one before', async ({ editor, request, site }) => {
  const page = new Editor(editor);
  const id = await makePost(site, entryOf('secretwort', { status: 'draft' }));
  await page.open(id);
  await editor.getByText('Details', { exact: true }).click();
  await page.button('Make a link').click();
  const link = page.field('Secret preview link');
  const first = await link.inputValue();
  expect(await textOf(request, first)).toContain('Title secretwort');
  await page.button('Renew').click();
  await expect(link).not.toHaveValue(first);
  expect((await request.get(first)).status()).toBe(404);
  expect((await request.get(await link.inputValue())).status()).toBe(200);
});
