// The history of a post: every version that was saved is kept, compared and brought back.
import { dashboardUrls } from '../../lib/dashboard-urls';
import { buildPost } from '../../lib/testing/factories';
import { expect, test } from '../fixtures';
import { Editor, makePost } from '../pages/editor';

test('versions are compared beside each other and in one, and restored', async ({
  editor,
  site,
}) => {
  const id = await makePost(site, {
    ...buildPost('note', { body: 'The first words.' }),
    status: 'draft',
  });
  const page = new Editor(editor);
  await page.open(id);
  for (const [addition, words] of [
    [' The second.', 'Saved as a draft'],
    [' The third.', 'Saved as a draft'],
  ] as const) {
    await page.write(addition);
    await page.button('Save').click();
    await expect(page.notice).toContainText(words);
    await page.button('Close this notice').click();
  }
  await page.write(' Not saved.');
  await page.saved();

  await editor.goto(dashboardUrls.versions(id));
  const rows = editor.getByRole('row').filter({ hasText: 'Olive Owner' });
  await expect(rows).not.toHaveCount(0);
  // The newest two are compared unasked.
  await expect(editor.locator('.comparison ins').first()).toHaveText(/The third/);
  const versions = await editor.getByRole('radio', { name: /^Compare from version/ }).count();
  expect(versions).toBe(3);
  await editor
    .getByRole('radio', { name: /^Compare from version/ })
    .last()
    .check();
  await editor.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(editor.locator('.comparison ins').first()).toHaveText(/The second\. The third/);
  await editor.getByRole('button', { name: 'In one' }).click();
  const text = editor.getByRole('table', { name: 'Text', exact: true });
  await expect(text.getByRole('columnheader')).toHaveText(['Version 1 → Version 3']);

  const restore = editor.getByRole('button', { name: /^Restore…/ }).last();
  await editor.setViewportSize({ width: 390, height: 844 });
  await restore.scrollIntoViewIfNeeded();
  await expect(restore).toBeInViewport({ ratio: 1 });
  await restore.click();
  await editor.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await expect(editor.getByText('Restored. What was there before is kept')).toBeVisible();
  for (const reason of ['Restored from an earlier version', 'Typed, then replaced'])
    await expect(editor.getByRole('rowheader').filter({ hasText: reason })).toBeVisible();
  await editor.getByRole('link', { name: 'Back to the text' }).first().click();
  await page.ready();
  await expect(page.text).toHaveText('The first words.');
});

test('a text that was put aside in a conflict is found again in the history', async ({
  editor,
  site,
}) => {
  const id = await makePost(site, { ...buildPost('note', { body: 'Base.' }), status: 'draft' });
  const other = new Editor(await editor.context().newPage());
  const page = new Editor(editor);
  await page.open(id);
  await other.open(id);
  await other.write(' Theirs.');
  await other.saved();
  await page.write(' Mine.');
  await expect(page.state).toContainText('Conflict');
  await page.button('Take theirs').click();
  await page.saved();
  await editor.goto(dashboardUrls.versions(id));
  await expect(editor.getByRole('heading', { name: 'Kept on this device' })).toBeVisible();
  await editor.getByRole('button', { name: 'Bring to the editor' }).click();
  await page.ready();
  await page.button('Restore').click();
  await expect(page.text).toHaveText('Base. Mine.');
});
