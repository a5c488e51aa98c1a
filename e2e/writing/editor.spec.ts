// Writing a post of each kind: by keyboard, without scripts, and what the editor does on the way.
import type { Locator, Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { posts } from '../../lib/db/schema';
import { type PostKind, postKinds } from '../../lib/posts/kinds';
import { buildPost } from '../../lib/testing/factories';
import { expect, type Site, test } from '../fixtures';
import { Editor, inDatabase, makePost, signedIn } from '../pages/editor';

let count = 0;
/** A word that nothing else has. */
const newMarker = () => {
  count += 1;
  return `zz${process.pid}x${count}`;
};

const fieldsOf: Record<PostKind, { label: string; text: string }[]> = {
  entry: [
    { label: 'Title', text: 'An entry' },
    { label: 'Text', text: 'Some **bold** words.' },
  ],
  blogmark: [
    { label: 'Address', text: 'https://blogmark.example/page' },
    { label: 'Title of the page', text: 'A page' },
    { label: 'Commentary', text: 'Some **bold** words.' },
  ],
  quotation: [
    { label: 'Quotation', text: 'Some **bold** words.' },
    { label: 'Who said it', text: 'Somebody' },
  ],
  note: [{ label: 'Text', text: 'Some **bold** words.' }],
  beat: [
    { label: 'Title', text: 'tool 1.0' },
    { label: 'Address', text: 'https://beat.example/tool' },
    { label: 'Longer note', text: 'Some **bold** words.' },
  ],
};

/** By Tab alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

for (const kind of postKinds)
  test(`a ${kind} is written and published with the keyboard alone`, async ({ editor }) => {
    const page = new Editor(editor);
    const marker = newMarker();
    await page.open(kind);
    if (kind === 'beat') {
      await tabTo(editor, editor.getByLabel('Type', { exact: true }));
      await editor.keyboard.type('Tool');
    }
    for (const { label, text } of fieldsOf[kind]) {
      await tabTo(editor, page.field(label));
      await editor.keyboard.type(text.replace('words', `words ${marker}`));
    }
    await tabTo(editor, page.tags);
    await editor.keyboard.type('matrix');
    await editor.keyboard.press('Enter');
    await editor.keyboard.type('fresh tag,');
    await page.saved();
    await editor.keyboard.press('ControlOrMeta+Enter');
    const dialog = editor.getByRole('dialog');
    await expect(dialog).toContainText('matrix, fresh tag');
    await tabTo(editor, dialog.getByRole('button', { name: 'Publish now' }));
    await editor.keyboard.press('Enter');
    await expect(page.notice).toContainText('Published');
    await expect(page.state).toContainText('Live');
    const address = await page.notice.getByRole('link').getAttribute('href');
    const reading = await (await editor.request.get(address ?? '')).text();
    expect(reading).toContain(marker);
    expect(reading).toContain('<strong>bold</strong>');
    expect(reading).toContain('/tags/fresh-tag/');
    await expect(editor.getByRole('dialog')).toHaveCount(0);
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a draft is saved, published, updated, and taken back', async ({ editor }) => {
    const marker = newMarker();
    const form = (name: string) => editor.getByRole('textbox', { name, exact: true });
    await editor.goto('/dashboard/new/entry/');
    await form('Title').fill(`Plain ${marker}`);
    await form('Text').fill('Without any script.');
    await form('Tags').fill('matrix, plain paper');
    await editor.getByRole('button', { name: 'Save', exact: true }).first().click();
    await expect(editor.getByText('Saved as a draft.')).toBeVisible();
    await expect(form('Title')).toHaveValue(`Plain ${marker}`);
    await editor.getByRole('button', { name: 'Publish…' }).click();
    await expect(editor.getByText('Published. It is live')).toBeVisible();
    const address = await editor.locator('.action-notice a').getAttribute('href');
    expect(await (await editor.request.get(address ?? '')).text()).toContain('/tags/plain-paper/');
    await form('Text').fill('Updated without any script.');
    await editor.getByRole('button', { name: 'Update' }).click();
    await expect(editor.getByText('Updated.')).toBeVisible();
    expect(await (await editor.request.get(address ?? '')).text()).toContain('Updated without');
    await editor.locator('.publish-bar summary').click();
    await editor.getByRole('button', { name: 'Back to draft…' }).click();
    await editor.getByRole('dialog').getByRole('button', { name: 'Back to draft' }).click();
    await expect(editor.getByText('it is a draft again')).toBeVisible();
    expect((await editor.request.get(address ?? '')).status()).toBe(404);
  });

  test('what is missing is said, and what was written stays', async ({ editor }) => {
    await editor.goto('/dashboard/new/blogmark/');
    await editor.getByRole('textbox', { name: 'Commentary' }).fill('What I think of it.');
    await editor.getByRole('button', { name: 'Publish…' }).click();
    await expect(editor.getByText('Address must not be empty.')).toBeVisible();
    await expect(editor.getByRole('textbox', { name: 'Commentary' })).toHaveValue(
      'What I think of it.',
    );
  });
});

test('typing before the script has loaded counts', async ({ editor }) => {
  let release = () => {};
  const isHeld = new Promise<void>((resolve) => {
    release = resolve;
  });
  await editor.route('**/_next/static/**/*.js', async (route) => {
    await isHeld;
    await route.continue();
  });
  await editor.goto('/dashboard/new/entry/', { waitUntil: 'commit' });
  await editor.getByRole('textbox', { name: 'Title' }).fill('Early bird');
  await editor.getByRole('textbox', { name: 'Tags' }).fill('early, bird');
  release();
  const page = new Editor(editor);
  await page.ready();
  await page.saved();
  await expect(page.field('Title')).toHaveValue('Early bird');
  await expect(editor.getByRole('button', { name: 'bird, 2 of 2' })).toBeVisible();
});

test('tools and keys work on the text', async ({ editor }) => {
  const page = new Editor(editor);
  await page.open('note');
  await page.write('plain words');
  await editor.keyboard.press('ControlOrMeta+a');
  await editor.keyboard.press('ControlOrMeta+b');
  await expect(page.text).toHaveText('**plain words**');
  await editor.getByRole('button', { name: 'Bold' }).click();
  await expect(page.text).toHaveText('plain words');
  await editor.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'https://pasted.example/');
    const paste = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    document.querySelector('.cm-content')?.dispatchEvent(paste);
  });
  await expect(page.text).toHaveText('[plain words](https://pasted.example/)');
  await editor.keyboard.press('ControlOrMeta+z');
  await expect(page.text).toHaveText('plain words');
  // Tab leads out of the text, and in a list after Escape.
  await editor.keyboard.press('Tab');
  await expect(page.text).not.toBeFocused();
  await page.text.click();
  await editor.keyboard.press('ControlOrMeta+a');
  await editor.keyboard.insertText('- item');
  await editor.keyboard.press('Tab');
  await expect(page.text).toBeFocused();
  await editor.keyboard.press('Escape');
  await editor.keyboard.press('Tab');
  await expect(page.text).not.toBeFocused();
});

test('tags by keyboard: found, added, moved, removed, pasted', async ({ editor }) => {
  const page = new Editor(editor);
  const chips = editor.locator('.tag-chip-name');
  await page.open('note');
  await page.tags.focus();
  await editor.keyboard.type('econ');
  await expect(editor.getByRole('option', { name: /second/ })).toBeVisible();
  await editor.keyboard.press('ArrowDown');
  await editor.keyboard.press('Enter');
  await editor.keyboard.type('one,two,');
  await expect(chips).toHaveText(['second', 'one', 'two']);
  await editor.keyboard.press('ArrowLeft');
  await editor.keyboard.press('Alt+ArrowLeft');
  await expect(chips).toHaveText(['second', 'two', 'one']);
  await expect(editor.getByRole('button', { name: 'two, 2 of 3' })).toBeFocused();
  await editor.keyboard.press('Delete');
  await expect(chips).toHaveText(['second', 'one']);
  await editor.keyboard.press('Backspace');
  await expect(chips).toHaveText(['second']);
  await editor.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'a, b, Second, c');
    const paste = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(paste);
  });
  await expect(chips).toHaveText(['second', 'a', 'b', 'c']);
  await page.write('With tags.');
  await page.saved();
  await editor.reload();
  await page.ready();
  await expect(chips).toHaveText(['second', 'a', 'b', 'c']);
});

test('the slug comes from the title until it is edited by hand', async ({ editor }) => {
  const page = new Editor(editor);
  await page.open('entry');
  await editor.getByText('Details').click();
  await page.field('Title').fill('Grüße aus Köln');
  await expect(editor.getByText('Will be gruesse-aus-koeln')).toBeVisible();
  await page.field('Slug').fill('by-hand');
  await expect(editor.getByText('Will be')).toHaveCount(0);
  await editor.keyboard.press('ControlOrMeta+Enter');
  await expect(editor.getByRole('dialog')).toContainText('/by-hand/');
  await expect(editor.getByRole('dialog')).toContainText('Still missing: Text');
});

test('the preview is what readers will see, soon after one types, and keeps its place', async ({
  editor,
}) => {
  const page = new Editor(editor);
  const preview = editor.frameLocator('iframe[title="Preview of this post"]');
  await page.open('entry');
  await page.field('Title').fill('Looked at');
  await page.write(Array.from({ length: 60 }, (_, line) => `Paragraph ${line}.`).join('\n\n'));
  await editor.keyboard.press('ControlOrMeta+Shift+p');
  await expect(preview.getByRole('heading', { name: 'Looked at' })).toBeVisible();
  await preview.getByText('Paragraph 40.').scrollIntoViewIfNeeded();
  const place = () => preview.locator('html').evaluate((root) => root.scrollTop);
  const before = await place();
  expect(before).toBeGreaterThan(0);
  await page.write('\n\nAnd *more*.');
  await expect(preview.locator('em', { hasText: 'more' })).toBeVisible({ timeout: 2000 });
  expect(await place()).toBe(before);
  await page.button('Preview').click();
  await expect(editor.locator('iframe')).toHaveCount(0);
});

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

test('what the sanitiser takes out is said', async ({ editor }) => {
  const page = new Editor(editor);
  await page.open('note');
  await page.write('Words <script>alert(1)</script>');
  await page.button('Save').click();
  await expect(page.notice).toContainText('Saved as a draft');
  await expect(editor.getByText('Taken out for readers’ safety')).toContainText('<script>');
});

/** The row of a post. */
const rowOf = (site: Site, id: number) =>
  inDatabase(site, async (db) => (await db.select().from(posts).where(eq(posts.id, id)))[0]);

test('a time to come schedules', async ({ editor, site }) => {
  const page = new Editor(editor);
  await page.open('note');
  await page.write('Later.');
  const id = await page.postId();
  await page.button('Publish…').click();
  const dialog = editor.getByRole('dialog');
  await dialog.getByLabel('At a time, in the site’s zone (UTC)').check();
  await dialog.getByLabel('Time of publication (UTC)').fill('2126-02-03T09:00');
  await expect(dialog).toContainText('/2126/Feb/3/later/');
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(page.notice).toContainText('Scheduled: it goes live');
  await expect(page.state).toContainText('Scheduled for 3 Feb 2126, 09:00 (UTC)');
  expect((await rowOf(site, id))?.status).toBe('scheduled');
});

test('unpublished changes are kept apart, discarded, and had back', async ({ editor, site }) => {
  const marker = newMarker();
  const slug = `changes-${marker}`;
  const id = await makePost(site, buildPost('note', { body: 'As readers see it.', slug }));
  const page = new Editor(editor);
  await page.open(id);
  await page.write(' Changed.');
  await page.saved();
  await expect(page.state).toContainText('Live, with unpublished changes');
  const reading = async () => (await editor.request.get(`/2026/Jan/15/${slug}/`)).text();
  expect(await reading()).not.toContain('Changed.');
  await editor.locator('.publish-bar summary').click();
  await page.button('Discard changes…').click();
  await page.button('Discard changes').click();
  await expect(page.text).toHaveText('As readers see it.');
  await page.button('Undo').click();
  await expect(page.text).toHaveText('As readers see it. Changed.');
  await page.saved();
  await page.button('Update').click();
  await expect(page.notice).toContainText('Updated');
  expect(await reading()).toContain('Changed.');
  await expect(page.state).not.toContainText('unpublished changes');
});

test('the bin asks first, can be undone, and empties for good', async ({ editor, site }) => {
  const id = await makePost(site, { ...buildPost('note', { body: 'Mine.' }), status: 'draft' });
  const page = new Editor(editor);
  await page.open(id);
  const toBin = async () => {
    await editor.locator('.publish-bar summary').click();
    await page.button('Move to the bin…').click();
    await page.button('Move to the bin').click();
    await expect(page.state).toContainText('In the bin');
  };
  await toBin();
  await page.button('Undo').click();
  await expect(page.state).toContainText('Draft');
  await page.write(' And on.');
  await page.saved();
  await toBin();
  await page.button('Delete for good…').click();
  await page.button('Delete for good').click();
  await expect(editor).not.toHaveURL(new RegExp(`/${id}/`));
  expect(await rowOf(site, id)).toBeUndefined();
});

test('a secret link shows the draft until it is revoked', async ({ editor, browser, site }) => {
  const page = new Editor(editor);
  const marker = newMarker();
  await page.open('note');
  await page.write(`Secret ${marker}`);
  await page.saved();
  await editor.getByText('Details').click();
  await page.button('Make a link').click();
  const address = await editor.getByLabel('Secret preview link').inputValue();
  const stranger = await browser.newContext({ baseURL: site.baseUrl });
  const shown = await stranger.request.get(address);
  expect(await shown.text()).toContain(marker);
  await page.button('Revoke').click();
  await expect(page.button('Make a link')).toBeVisible();
  expect((await stranger.request.get(address)).status()).toBe(404);
  await stranger.close();
});

test('an author finds somebody else’s post shut', async ({ author, site }) => {
  const id = await makePost(site, buildPost('note', { body: 'The owner’s.' }), 'owner');
  await author.goto(`/dashboard/posts/${id}/`);
  await expect(author.getByText('This post belongs to somebody else')).toBeVisible();
  await expect(author.locator('form.editor')).toHaveCount(0);
});

test('a server that fails keeps the text and says what to do', async ({ browser, site }) => {
  const context = await signedIn(browser, site, 'owner');
  const page = new Editor(await context.newPage());
  await page.open('note');
  await page.write('Not to be lost.');
  await page.saved();
  await context.setOffline(true);
  await page.button('Save').click();
  await expect(page.notice).toContainText('Your text is kept on this device');
  await expect(page.text).toHaveText('Not to be lost.');
  await context.setOffline(false);
  await page.button('Save').click();
  await expect(page.notice).toContainText('Saved as a draft');
  await context.close();
});
