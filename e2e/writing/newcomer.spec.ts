// Whoever has never been here gets from the first page of the dashboard to a published link with
// three tags, a scheduled entry and a merged tag, by what the pages say and by keyboard alone.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { Editor } from '../pages/editor';
import { publish, word } from '../tagging';

const furthest = 60;

/** Goes there as a keyboard goes: from stop to stop. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < furthest; stop += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`No Tab leads to ${target}.`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('a first afternoon, by keyboard', async ({ editor, page: reader, site }) => {
  // Three errands, from stop to stop.
  test.slow();
  const page = new Editor(editor);
  const { keyboard } = editor;
  const [from, into] = [word('ropes'), word('knots')];
  const tags = [from, word('drawings'), word('paper')];
  await publish(site, [into]);

  await editor.goto('/dashboard/');
  await press(editor, editor.getByRole('link', { name: 'New link' }));
  await page.ready();
  await tabTo(editor, page.field('Address'));
  await keyboard.type('https://knots.example/');
  await tabTo(editor, page.field('Title of the page'));
  await keyboard.type('A book of knots');
  await tabTo(editor, page.text);
  await keyboard.type('Each of them *drawn*.');
  await tabTo(editor, page.tags);
  for (const tag of tags) {
    await keyboard.type(tag);
    await keyboard.press('Enter');
  }
  await keyboard.press('ControlOrMeta+Enter');
  await press(editor, page.button('Publish now'));
  await expect(page.notice).toContainText('Published. It is live');
  const address = await page.notice.getByRole('link').getAttribute('href');
  await reader.goto(address ?? '');
  for (const tag of tags)
    await expect(
      reader.getByRole('region', { name: 'Tags' }).getByRole('link', { name: tag }),
    ).toBeVisible();

  await editor.goto('/dashboard/');
  await press(editor, editor.getByRole('link', { name: 'New entry' }));
  await page.ready();
  await tabTo(editor, page.field('Title'));
  await keyboard.type('To come');
  await tabTo(editor, page.text);
  await keyboard.type('Within the hour.');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(editor.getByLabel('Now', { exact: true })).toBeFocused();
  await keyboard.press('ArrowDown');
  await press(editor, page.button('Schedule'));
  await expect(page.notice).toContainText('Scheduled: it goes live on');
  await expect(page.state).toContainText('Scheduled for');

  await editor.goto('/dashboard/');
  await press(
    editor,
    editor.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name: 'Tags' }),
  );
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Tags');
  await tabTo(editor, editor.getByLabel('Name contains'));
  await keyboard.type(from);
  await keyboard.press('Enter');
  await expect(editor).toHaveURL(/[?&]q=/);
  await press(editor, editor.getByRole('link', { name: from, exact: true }));
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(from);
  await tabTo(editor, editor.getByLabel('Another tag'));
  await keyboard.type(into);
  await keyboard.press('Enter');
  await press(editor, editor.getByRole('button', { name: `Merge “${from}” into “${into}”` }));
  await expect(editor.getByRole('status')).toContainText(`Merged “${from}” (1 post) into`);
  await reader.goto(`/tags/${from}/`);
  await expect(reader).toHaveURL(new RegExp(`/tags/${into}/$`));
  await expect(reader.getByRole('main')).toContainText('A book of knots');
});
