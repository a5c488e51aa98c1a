// Two tabs or two people on one post: the later save is told, both texts are there, none is lost.
import type { Browser } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { postEdits } from '../../lib/db/schema';
import { unpublishPost } from '../../lib/posts/change';
import { buildPost } from '../../lib/testing/factories';
import { expect, type Site, test } from '../fixtures';
import { Editor, inDatabase, makePost, signedIn } from '../pages/editor';

const base = 'One.\n\nTwo.\n\nThree.';

/** Two open editors of one draft, of which the second has saved and the first has been told. */
async function inConflict(browser: Browser, site: Site, typed: { mine: string; theirs: string }) {
  const id = await makePost(site, { ...buildPost('note', { body: base }), status: 'draft' });
  const context = await signedIn(browser, site, 'owner');
  const [mine, theirs] = [new Editor(await context.newPage()), new Editor(await context.newPage())];
  await mine.open(id);
  await theirs.open(id);
  await theirs.write(typed.theirs);
  await theirs.saved();
  await mine.write(typed.mine);
  await expect(mine.state).toContainText('Conflict');
  return { id, context, mine, theirs };
}

const typedText = (site: Site, postId: number) =>
  inDatabase(site, async (db) => {
    const [copy] = await db.select().from(postEdits).where(eq(postEdits.postId, postId));
    return copy?.values.body;
  });

test('both texts are shown, and what differs in them', async ({ browser, site }) => {
  const { context, mine } = await inConflict(browser, site, { mine: ' Mine.', theirs: ' Theirs.' });
  const box = mine.page.locator('.notice', { hasText: 'this post was changed elsewhere' });
  await expect(box.locator('del')).toHaveText('Theirs');
  await expect(box.locator('ins')).toHaveText('Mine');
  await context.close();
});

test('mine can stand, and theirs is still on this device', async ({ browser, site }) => {
  const { id, context, mine } = await inConflict(browser, site, {
    mine: ' Mine.',
    theirs: ' Theirs.',
  });
  await mine.button('Keep mine').click();
  await mine.saved();
  expect(await typedText(site, id)).toBe(`${base} Mine.`);
  expect((await mine.copies()).map(({ reason, values }) => [reason, values.body])).toEqual([
    ['set-aside', `${base} Theirs.`],
  ]);
  await context.close();
});

test('theirs can stand, and mine is still on this device', async ({ browser, site }) => {
  const { id, context, mine, theirs } = await inConflict(browser, site, {
    mine: ' Mine.',
    theirs: ' Theirs.',
  });
  await mine.button('Take theirs').click();
  await mine.saved();
  await expect(mine.text).toContainText('Three. Theirs.');
  expect(await typedText(site, id)).toBe(`${base} Theirs.`);
  await expect
    .poll(async () => (await mine.copies()).map(({ values }) => values.body))
    .toEqual([`${base} Mine.`]);
  // And the other way round: who was first is now the one who knows less.
  await mine.write(' Again mine.');
  await mine.saved();
  await theirs.write(' Again theirs.');
  await expect(theirs.state).toContainText('Conflict');
  await context.close();
});

test('both can be merged in the text', async ({ browser, site }) => {
  const id = await makePost(site, { ...buildPost('note', { body: base }), status: 'draft' });
  const context = await signedIn(browser, site, 'owner');
  const [mine, theirs] = [new Editor(await context.newPage()), new Editor(await context.newPage())];
  await mine.open(id);
  await theirs.open(id);
  await theirs.write(' At the end.');
  await theirs.saved();
  await mine.text.click();
  await mine.page.keyboard.press('ControlOrMeta+Home');
  await mine.page.keyboard.insertText('At the beginning. ');
  await expect(mine.state).toContainText('Conflict');
  await mine.button('Merge both').click();
  await mine.saved();
  expect(await typedText(site, id)).toBe('At the beginning. One.\n\nTwo.\n\nThree. At the end.');
  await context.close();
});

test('two people are told of each other by name', async ({ browser, site }) => {
  const id = await makePost(
    site,
    { ...buildPost('note', { body: base }), status: 'draft' },
    'author',
  );
  const [owner, author] = await Promise.all([
    signedIn(browser, site, 'owner'),
    signedIn(browser, site, 'author'),
  ]);
  const [mine, theirs] = [new Editor(await owner.newPage()), new Editor(await author.newPage())];
  await mine.open(id);
  await theirs.open(id);
  await theirs.write(' From the author.');
  await theirs.saved();
  await mine.write(' From the owner.');
  await expect(mine.page.locator('.notice', { hasText: 'Arthur Author changed it' })).toBeVisible();
  await owner.close();
  await author.close();
});

test('what another tab has published is updated here, without loading it again', async ({
  browser,
  site,
}) => {
  const draft = { ...buildPost('note', { body: base, slug: `elsewhere-${process.pid}` }) };
  const id = await makePost(site, { ...draft, status: 'draft' });
  const context = await signedIn(browser, site, 'owner');
  const [mine, theirs] = [new Editor(await context.newPage()), new Editor(await context.newPage())];
  await mine.open(id);
  await theirs.open(id);
  await theirs.button('Publish…').click();
  const dialog = theirs.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Publish with this date' }).click();
  await expect(theirs.notice).toContainText('Published');
  await mine.button('Save').click();
  await expect(mine.notice).toContainText('has been published in the meantime');
  await expect(mine.state).toContainText('Live');
  await mine.write(' From the other tab.');
  await mine.button('Update').click();
  await expect(mine.notice).toContainText('Updated');
  const link = theirs.notice.getByRole('link');
  expect(await (await fetch((await link.getAttribute('href')) ?? '')).text()).toContain(
    'From the other tab.',
  );
  await context.close();
});

test('what another tab has taken back is a draft here too, and nothing written is gone', async ({
  browser,
  site,
}) => {
  const id = await makePost(site, buildPost('note', { body: base, slug: `back-${process.pid}` }));
  const context = await signedIn(browser, site, 'owner');
  const mine = new Editor(await context.newPage());
  await mine.open(id);
  await inDatabase(site, (db) => unpublishPost(id, db));
  await mine.write(' Still mine.');
  await mine.button('Update').click();
  await expect(mine.notice).toContainText('has become a draft in the meantime');
  await expect(mine.state).toContainText('Draft');
  await expect(mine.text).toContainText('Still mine.');
  await mine.button('Save').click();
  await expect(mine.notice).toContainText('Saved as a draft.');
  await context.close();
});

test('a real save in between is a conflict too', async ({ browser, site }) => {
  const id = await makePost(
    site,
    buildPost('note', { body: base, slug: `between-${process.pid}` }),
  );
  const context = await signedIn(browser, site, 'owner');
  const [mine, theirs] = [new Editor(await context.newPage()), new Editor(await context.newPage())];
  await mine.open(id);
  await theirs.open(id);
  await theirs.write(' Updated.');
  await theirs.button('Update').click();
  await expect(theirs.notice).toContainText('Updated');
  await mine.write(' Not yet.');
  await expect(mine.state).toContainText('Conflict');
  await mine.button('Keep mine').click();
  await mine.saved();
  await mine.button('Update').click();
  await expect(mine.notice).toContainText('Updated');
  await context.close();
});
