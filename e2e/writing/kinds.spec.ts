// A post of each kind, written and published by keyboard alone, and without scripts.
import type { Locator, Page } from '@playwright/test';
import { type PostKind, postKinds } from '../../lib/posts/kinds';
import { expect, test } from '../fixtures';
import { Editor, newMarker } from '../pages/editor';

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
