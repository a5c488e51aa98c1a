// What the editor does while one writes: tools and keys, tags, slug, preview.
import { dashboardUrls } from '../../lib/dashboard-urls';
import { expect, test } from '../fixtures';
import { Editor, signedIn } from '../pages/editor';

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

test('what was refused before the script had loaded is kept once it has', async ({
  browser,
  site,
}) => {
  const context = await signedIn(browser, site, 'owner');
  const page = new Editor(await context.newPage());
  const scripts = '**/_next/static/**/*.js';
  await page.page.route(scripts, (route) => route.abort());
  await page.page.goto(dashboardUrls.newPost('entry'));
  await page.field('Title').fill('Refused at first');
  await page.page.unroute(scripts);
  await page.button('Publish…').click();
  await expect(page.notice).toContainText('Some fields need another look');
  await page.ready();
  await page.postId();
  await page.saved();
  await page.page.reload();
  await page.ready();
  await expect(page.field('Title')).toHaveValue('Refused at first');
  await context.close();
});

test('another new post of the same kind begins empty', async ({ editor }) => {
  const page = new Editor(editor);
  await page.open('note');
  await page.write('The first note.');
  await page.postId();
  await page.saved();
  await editor.locator('summary', { hasText: 'New' }).click();
  await editor.getByRole('link', { name: 'Note', exact: true }).click();
  await expect(editor).toHaveURL(dashboardUrls.newPost('note'));
  await page.ready();
  await expect(page.text).not.toContainText('The first note.');
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
  const found = editor.getByRole('listbox').getByRole('option');
  await expect(found).toHaveText([/second/]);
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

test('a tag that is still being typed is saved and kept', async ({ editor }) => {
  const page = new Editor(editor);
  const chips = editor.locator('.tag-chip-name');
  await page.open('note');
  await page.write('With half a tag.');
  await page.tags.focus();
  await editor.keyboard.type('whole,half');
  await editor.keyboard.press('ControlOrMeta+s');
  await expect(page.notice).toContainText('Saved as a draft');
  await expect(page.tags).toHaveValue('half');
  await editor.reload();
  await page.ready();
  await expect(chips).toHaveText(['whole', 'half']);
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

test('the preview is what readers will see, follows what one types, and keeps its place', async ({
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
  await expect(preview.locator('em', { hasText: 'more' })).toBeVisible();
  expect(await place()).toBe(before);
  await page.button('Preview').click();
  await expect(editor.locator('iframe')).toHaveCount(0);
});
