// The pages on which tags are looked after, for everybody: by keyboard, without scripts, on a phone,
// in both themes, and closed to those who may not.
import { updatePost } from '../../lib/posts/change';
import { ensureTags } from '../../lib/tags/write';
import { accessibilityProblems } from '../checks';
import { expect, test } from '../fixtures';
import { inDatabase, openTag, publish, read, word } from '../tagging';

test('everything can be done from the keyboard', async ({ editor, site }) => {
  const [from, into] = [word('from'), word('into')];
  await publish(site, [from]);
  await publish(site, [into]);
  await openTag(editor, site, from);
  await editor.getByLabel('Another tag').focus();
  await editor.keyboard.type(into);
  await editor.keyboard.press('Enter');
  const merge = editor.getByRole('button', { name: `Merge “${from}” into “${into}”` });
  await expect(merge).toBeVisible();
  await merge.focus();
  await editor.keyboard.press('Enter');
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(into);
  const undo = editor.getByRole('button', { name: 'Undo', exact: true });
  await undo.focus();
  await editor.keyboard.press('Space');
  await expect(editor.getByText('Taken back. What was written')).toBeVisible();
});

test('who edits a post with a merged tag keeps the tag that stays', async ({ editor, site }) => {
  const [from, into] = [word('from'), word('into')];
  const { id, note, path } = await publish(site, [from, 'kept']);
  await publish(site, [into]);
  await openTag(editor, site, from);
  await editor.getByLabel('Another tag').fill(into);
  await editor.getByRole('button', { name: 'Preview merge…' }).click();
  await editor.getByRole('button', { name: `Merge “${from}”` }).click();
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(into);
  await inDatabase(site, (db) => updatePost(id, { ...note, body: 'Again.' }, db));
  const { html } = await read(editor, path);
  expect(html).toContain(`>${into}`);
  expect(html).not.toContain(`>${from}`);
});

test('authors have no such pages', async ({ author, site }) => {
  const tag = word('hidden');
  await publish(site, [tag]);
  await author.goto('/dashboard/');
  await expect(author.getByRole('link', { name: 'Tags', exact: true })).toBeHidden();
  for (const path of ['/dashboard/tags/', '/dashboard/tags/merge/', '/dashboard/tags/1/'])
    expect((await author.request.get(path)).status()).toBe(404);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a tag is renamed and merged', async ({ editor, site }) => {
    const [from, into] = [word('from'), word('into')];
    await publish(site, [from]);
    await publish(site, [into]);
    await openTag(editor, site, from);
    await editor.getByLabel('Name', { exact: true }).fill(`${from} too`);
    await editor.getByRole('button', { name: 'Rename' }).click();
    await expect(editor.getByRole('heading', { level: 1 })).toHaveText(`${from} too`);
    await editor.getByLabel('Another tag').fill(into);
    await editor.getByRole('button', { name: 'Preview merge…' }).click();
    await editor.getByRole('button', { name: `Merge “${from} too”` }).click();
    await expect(editor.getByRole('heading', { level: 1 })).toHaveText(into);
    await editor.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(await read(editor, `/tags/${from}-too/`)).toMatchObject({ status: 200 });
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [390, 1440])
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 } });

      test('no page violates a rule or scrolls sideways', async ({ editor, site }) => {
        const tag = word('a-rather-long-name-of-a-tag-that-has-no-end');
        await publish(site, [tag, `${tag}s`]);
        await inDatabase(site, (db) => ensureTags([word('unused')], db));
        const id = await openTag(editor, site, tag);
        const pages = [
          '/dashboard/tags/',
          '/dashboard/tags/?view=unused',
          '/dashboard/tags/?view=alike',
          '/dashboard/tags/?view=history',
          `/dashboard/tags/${id}/`,
          `/dashboard/tags/merge/?from=${id}&into=${tag}s`,
        ];
        for (const path of pages) {
          await editor.goto(path);
          expect(await accessibilityProblems(editor), path).toEqual([]);
          const overhang = await editor.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overhang, path).toBe(0);
        }
      });
    });
