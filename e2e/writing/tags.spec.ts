// Looking after tags: what an owner does in the dashboard, and what readers find at that moment.
import { ensureTags } from '../../lib/tags/write';
import { expect, test } from '../fixtures';
import { inDatabase, openTag, publish, read, word } from '../tagging';

test('a renamed tag is called so everywhere at once, and its old address leads there', async ({
  editor,
  site,
}) => {
  const [old, renamed] = [word('old'), word('New')];
  const slug = renamed.toLowerCase();
  const { path } = await publish(site, [old]);
  const shown = ['/tags/', '/2026/Jan/20/', path, `/tags/${old}/`];
  for (const page of shown) {
    const { html } = await read(editor, page);
    // A platform's cache does not hear of what a test writes: its lists may be from before.
    if (site.pageCache === 'own') expect(html).toContain(`>${old}`);
  }

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
  for (const from of [one, two]) {
    const change = editor.getByRole('listitem').filter({ hasText: `Merged “${from}”` });
    await expect(change.getByText('Taken back', { exact: true })).toBeVisible();
  }
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
