// Looking after tags: what an owner does in the dashboard, and what readers find at that moment.
import type { Page } from '@playwright/test';
import { withPool } from '../../lib/commands/command-database';
import { updatePost } from '../../lib/posts/change';
import type { PostInput } from '../../lib/posts/input';
import { createPost } from '../../lib/posts/write';
import { ensureTags } from '../../lib/tags/write';
import { buildPost } from '../../lib/testing/factories';
import { tagId } from '../../lib/testing/tags';
import { accessibilityProblems } from '../checks';
import { expect, type Site, test } from '../fixtures';

const inDatabase = <Result>(
  { databaseUrl }: Site,
  work: (db: Parameters<typeof createPost>[1]) => Promise<Result>,
) => withPool(databaseUrl, ({ database }) => work(database));

let made = 0;

/** A word that no other test uses, so that none sees what another does. */
const word = (name: string) => `${name}${process.pid}x${++made}`;

/** A published note with tags. @returns its path */
async function publish(site: Site, tags: string[], over: Partial<PostInput> = {}) {
  const slug = word('note');
  const publishedAt = new Date('2026-01-20T10:00:00Z');
  const note = buildPost('note', { slug, publishedAt, ...over, kind: 'note', tags });
  const { id } = await inDatabase(site, (db) => createPost(note, db));
  return { id, path: `/2026/Jan/20/${slug}/`, note };
}

const openTag = async (page: Page, site: Site, slug: string) => {
  const id = await inDatabase(site, (db) => tagId(slug, db));
  await page.goto(`/dashboard/tags/${id}/`);
  return id;
};

/** What readers get, redirects not followed. */
async function read(page: Page, path: string) {
  const response = await page.request.get(path, { maxRedirects: 0 });
  const { location } = response.headers();
  return { status: response.status(), location, html: await response.text() };
}

test('a renamed tag is called so everywhere at once, and its old address leads there', async ({
  editor,
  site,
}) => {
  const [old, renamed] = [word('old'), word('New')];
  const slug = renamed.toLowerCase();
  const { path } = await publish(site, [old]);
  const shown = ['/tags/', '/2026/Jan/20/', path, `/tags/${old}/`];
  for (const page of shown) expect((await read(editor, page)).html).toContain(`>${old}`);

  await openTag(editor, site, old);
  await editor.getByLabel('Name', { exact: true }).fill(renamed);
  await editor.getByRole('button', { name: 'Rename' }).click();
  await expect(editor.getByRole('status')).toContainText(
    `“${old}” is called “${renamed}” now. /tags/${old}/ leads to /tags/${slug}/.`,
  );
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(renamed);

  for (const page of shown.slice(0, 3)) {
    const { html } = await read(editor, page);
    expect(html, page).toContain(`>${renamed}`);
    expect(html, page).not.toContain(`>${old}`);
  }
  const moved = await read(editor, `/tags/${old}/`);
  expect([301, 308]).toContain(moved.status);
  expect(moved.location).toMatch(new RegExp(`/tags/${slug}/$`));

  await editor.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(old);
  expect((await read(editor, path)).html).toContain(`>${old}`);
});

test('a name that is taken leads to the question whether to merge', async ({ editor, site }) => {
  const [one, other] = [word('one'), word('other')];
  await publish(site, [one, other]);
  await openTag(editor, site, one);
  await editor.getByLabel('Name', { exact: true }).fill(other.toUpperCase());
  await editor.getByRole('button', { name: 'Rename' }).click();
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Merge tags');
  await expect(editor.getByRole('status')).toContainText(`There is a tag “${other}” already`);
});

test('tags are merged after a preview, and divided again', async ({ editor, site }) => {
  const [from, also, into] = [word('from'), word('also'), word('into')];
  const only = await publish(site, [from]);
  const both = await publish(site, [into, also]);
  await publish(site, [from], { status: 'draft' });

  await editor.goto(`/dashboard/tags/?q=${process.pid}x`);
  await editor.getByLabel(`Tick ${from}`).check();
  await editor.getByLabel(`Tick ${also}`).check();
  await editor.getByLabel('Merge the ticked tags into').fill(into);
  await editor.getByRole('button', { name: 'Preview merge…' }).click();
  const preview = editor.getByRole('region', { name: 'What happens' });
  await expect(preview).toContainText(`3 posts move to “${into}”: 3 notes.`);
  await expect(preview).toContainText('Among them: 1 not public yet.');
  await expect(preview).toContainText(`1 post has “${into}” as well`);
  await expect(preview).toContainText(`/tags/${into}/`);

  await editor.getByRole('button', { name: `Merge 2 tags into “${into}”` }).click();
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(into);
  await expect(editor.getByRole('status')).toContainText(`Merged “${also}” (1 post) into`);
  expect((await read(editor, only.path)).html).toContain(`>${into}`);
  expect((await read(editor, `/tags/${into}/`)).html).toContain('2 posts');
  expect((await read(editor, `/tags/${from}/`)).location).toContain(`/tags/${into}/`);

  await editor.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(editor.getByText('Taken back. What was written since stays.')).toBeVisible();
  expect((await read(editor, only.path)).html).toContain(`>${from}`);
  expect((await read(editor, both.path)).html).toContain(`>${also}`);
  expect(await read(editor, `/tags/${from}/`)).toMatchObject({ status: 200 });
});

test('a merge that something rests on says what to take back first', async ({ editor, site }) => {
  const [one, two, three] = [word('one'), word('two'), word('three')];
  await publish(site, [one, two, three]);
  await openTag(editor, site, one);
  for (const [from, into] of [
    [one, two],
    [two, three],
  ]) {
    await openTag(editor, site, from ?? '');
    await editor.getByLabel('Another tag').fill(into ?? '');
    await editor.getByRole('button', { name: 'Preview merge…' }).click();
    await editor.getByRole('button', { name: `Merge “${from}”` }).click();
    await expect(editor.getByRole('heading', { level: 1 })).toHaveText(into ?? '');
  }
  await editor.goto('/dashboard/tags/?view=history');
  await editor.getByRole('button', { name: `Undo: Merged “${one}”` }).click();
  await expect(editor.getByText(`First take back the later merge of “${two}”`)).toBeVisible();
  await editor.getByRole('button', { name: `Undo: Merged “${two}”` }).click();
  await expect(editor.getByText('Taken back. What was written')).toBeVisible();
  await editor.getByRole('button', { name: `Undo: Merged “${one}”` }).click();
  await expect(editor.getByText('Taken back', { exact: true })).toHaveCount(2);
});

test('a description is shown as readers see it', async ({ editor, site }) => {
  const tag = word('told');
  await publish(site, [tag]);
  await openTag(editor, site, tag);
  await editor.getByLabel('Description').fill('What *this* is about.');
  await editor.getByRole('button', { name: 'Save description' }).click();
  await expect(editor.getByText('The description is saved.')).toBeVisible();
  await expect(editor.locator('.tag-description em')).toHaveText('this');
  expect((await read(editor, `/tags/${tag}/`)).html).toContain('What <em>this</em> is about.');
});

test('a tag on posts is deleted after a question, and comes back', async ({ editor, site }) => {
  const tag = word('going');
  const { path } = await publish(site, [tag]);
  await openTag(editor, site, tag);
  await editor.getByRole('button', { name: 'Delete tag…' }).click();
  const question = editor.getByRole('dialog', { name: `Delete “${tag}”?` });
  await expect(question).toContainText('1 post loses this tag');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await editor.getByRole('button', { name: 'Delete tag…' }).click();
  await question.getByRole('button', { name: 'Delete and take from 1 post' }).click();
  await expect(editor.getByRole('status')).toContainText(
    `Deleted “${tag}” and took it from 1 post.`,
  );
  expect((await read(editor, path)).html).not.toContain(`>${tag}`);
  expect(await read(editor, `/tags/${tag}/`)).toMatchObject({ status: 404 });
  await editor.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(editor.getByText('Taken back. What was written')).toBeVisible();
  expect((await read(editor, path)).html).toContain(`>${tag}`);
});

test('tags that no post has are deleted by ticking them', async ({ editor, site }) => {
  const [one, other] = [word('unused'), word('unused')];
  await inDatabase(site, (db) => ensureTags([one, other], db));
  await editor.goto(`/dashboard/tags/?view=unused&q=${process.pid}x`);
  await editor.getByLabel(`Tick ${one}`).check();
  await editor.getByRole('button', { name: 'Delete ticked' }).click();
  await expect(editor.getByText('Deleted 1 tag that no post had.')).toBeVisible();
  await expect(editor.getByLabel(`Tick ${one}`)).toBeHidden();
  await expect(editor.getByLabel(`Tick ${other}`)).toBeVisible();
});

test('tags that look alike lead to the preview, or are told apart for ever', async ({
  editor,
  site,
}) => {
  const tag = word('alike');
  await publish(site, [`${tag}s`]);
  await publish(site, [`${tag}s`, tag]);
  await editor.goto('/dashboard/tags/?view=alike');
  const link = editor.getByRole('link', { name: `Merge ${tag} into ${tag}s: preview` });
  await link.click();
  await expect(editor.getByRole('button', { name: `Merge “${tag}” into “${tag}s”` })).toBeVisible();
  await editor.goBack();
  await editor.getByRole('button', { name: `${tag} and ${tag}s are not the same` }).click();
  await expect(editor.getByText('Noted: these two are not the same.')).toBeVisible();
  await expect(link).toBeHidden();
  await editor.reload();
  await expect(editor.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(link).toBeHidden();
});

test('the field for the other tag offers those that fit', async ({ editor, site }) => {
  const tag = word('offered');
  await publish(site, [tag]);
  const from = word('from');
  await publish(site, [from]);
  await openTag(editor, site, from);
  await editor.getByLabel('Another tag').pressSequentially(tag.slice(0, 9));
  await expect(editor.locator(`datalist option[value="${tag}"]`)).toBeAttached();
});

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
