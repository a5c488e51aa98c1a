// Link posts: filled by a bookmarklet, their titles fetched, duplicates shown.
import { posts } from '../../lib/db/schema';
import { buildPost } from '../../lib/testing/factories';
import { expect, test } from '../fixtures';
import { Editor, inDatabase, makePost, newMarker } from '../pages/editor';

test('a bookmarklet’s address, title and selection fill a link post, and make none by themselves', async ({
  editor,
  site,
}) => {
  const page = new Editor(editor);
  const marker = newMarker();
  const query = new URLSearchParams({
    url: `https://${marker}.example/page`,
    title: `Page ${marker}`,
    text: 'One line\nand another',
  });
  const drafts = () => inDatabase(site, (db) => db.$count(posts));
  const before = await drafts();
  await page.open('blogmark', `?${query}`);
  await expect(page.field('Address')).toHaveValue(`https://${marker}.example/page`);
  await expect(page.field('Title of the page')).toHaveValue(`Page ${marker}`);
  await expect(page.text).toContainText('> One line');
  await expect(editor.locator('.link-check')).not.toBeEmpty();
  expect(await drafts()).toBe(before);
  await page.write('My own words.');
  await page.saved();
  expect(await drafts()).toBe(before + 1);
});

test('the bookmarklet of the dashboard opens a link post for the page one reads', async ({
  editor,
}) => {
  await editor.goto('/dashboard/');
  const address = await editor.getByRole('link', { name: 'Link this' }).getAttribute('href');
  await editor.goto('/about/');
  await editor.evaluate(() =>
    getSelection()?.selectAllChildren(document.querySelector('h1') ?? document),
  );
  // Run as a browser runs it, which asks no page for its policy.
  const url = await editor.evaluate<string>(`(() => {
    let opened;
    window.open = (url) => { opened = String(url) };
    ${(address ?? '').replace(/^javascript:/, '')};
    return opened;
  })()`);
  const query = new URL(url).searchParams;
  expect(url).toMatch(/\/dashboard\/new\/blogmark\/\?/);
  expect(query.get('url')).toContain('/about/');
  expect(query.get('text')).toBe('About');
});

test('a phone that has the dashboard on its home screen may share pages with it', async ({
  editor,
}) => {
  await editor.goto('/dashboard/');
  const manifest = await editor.locator('link[rel="manifest"]').getAttribute('href');
  const answer = await editor.request.get(manifest ?? '');
  const { action, params } = (await answer.json()).share_target;
  const query = new URLSearchParams({
    [params.url]: 'https://shared.example/',
    [params.title]: 'Shared',
  });
  const page = new Editor(editor);
  await editor.goto(`${action}?${query}`);
  await page.ready();
  await expect(page.field('Address')).toHaveValue('https://shared.example/');
  await expect(page.field('Title of the page')).toHaveValue('Shared');
});

test('the title of a linked page is fetched into an empty field only', async ({ editor }) => {
  const page = new Editor(editor);
  await editor.route('**/api/link/**', (route) => {
    const url = new URL(route.request().url()).searchParams.get('url') ?? '';
    const answer = { title: `Title of ${url}`, reason: null, url, duplicates: [] };
    return route.fulfill({ json: answer });
  });
  await page.open('blogmark');
  await page.field('Address').fill('https://one.example/');
  await expect(page.field('Title of the page')).toHaveValue('Title of https://one.example/');
  await page.field('Title of the page').fill('My own');
  await page.field('Address').fill('https://two.example/');
  await page.saved();
  await expect(page.field('Title of the page')).toHaveValue('My own');
});

test('the title is the one of the address that stands there, until the author has their own', async ({
  editor,
}) => {
  const page = new Editor(editor);
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await editor.route('**/api/link/**', async (route) => {
    const url = new URL(route.request().url()).searchParams.get('url') ?? '';
    if (url.includes('slow')) await gate;
    const title = url.includes('untitled') ? null : `Title of ${url}`;
    await route.fulfill({ json: { title, reason: null, url, duplicates: [] } });
  });
  await page.open('blogmark');
  const [address, title] = [page.field('Address'), page.field('Title of the page')];
  const asked = editor.waitForRequest(/\/api\/link\/.*slow/);
  await address.fill('https://slow.example/');
  await asked;
  await address.fill('https://one.example/');
  await expect(title).toHaveValue('Title of https://one.example/');
  letGo();
  await address.fill('https://one.example/page/');
  await expect(title).toHaveValue('Title of https://one.example/page/');
  await address.fill('https://untitled.example/');
  await expect(title).toHaveValue('');
  await address.fill('https://two.example/');
  await expect(title).toHaveValue('Title of https://two.example/');
  await title.fill('My own');
  await address.fill('https://three.example/');
  await page.saved();
  await expect(editor.locator('.link-check')).not.toContainText('Looking');
  await expect(title).toHaveValue('My own');
});

test('an address that was linked before is shown with its posts', async ({ editor, site }) => {
  const marker = newMarker();
  const linkUrl = `https://${marker}.example/`;
  await makePost(site, buildPost('blogmark', { linkUrl, linkTitle: `Before ${marker}` }));
  const page = new Editor(editor);
  await page.open('blogmark');
  await page.field('Address').fill(linkUrl);
  const duplicates = editor.locator('.link-duplicates');
  await expect(duplicates.getByRole('link', { name: `Before ${marker}` })).toBeVisible();
  await expect(duplicates.getByRole('link', { name: 'view' })).toBeVisible();
});
