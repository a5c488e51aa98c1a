// From the editor to the readers and back: scheduling, updating, taking back, the bin, secret links.
import { eq } from 'drizzle-orm';
import { posts } from '../../lib/db/schema';
import { buildPost } from '../../lib/testing/factories';
import { expect, type Site, test } from '../fixtures';
import { Editor, inDatabase, makePost, newMarker, signedIn } from '../pages/editor';

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

test('publishing what was just begun leaves the editor as it is', async ({ editor }) => {
  const page = new Editor(editor);
  await page.open('note');
  await page.write(`Begun ${newMarker()}`);
  await page.postId();
  await page.form.evaluate((form) => form.setAttribute('data-same', ''));
  await page.button('Publish…').click();
  const answer = editor.waitForResponse((one) => 'next-action' in one.request().headers());
  await editor.getByRole('button', { name: 'Publish now' }).click();
  const { 'x-action-revalidated': remade } = (await answer).headers();
  expect(remade).toBeUndefined();
  await expect(page.notice).toContainText('Published');
  await expect(page.form).toHaveAttribute('data-same', '');
});

test('an emptied time publishes nothing', async ({ editor, site }) => {
  const page = new Editor(editor);
  await page.open('note');
  await page.write('At some time.');
  const id = await page.postId();
  await page.saved();
  await page.button('Publish…').click();
  const dialog = editor.getByRole('dialog');
  await dialog.getByLabel('At a time, in the site’s zone (UTC)').check();
  await dialog.getByLabel('Time of publication (UTC)').fill('');
  await expect(dialog).toContainText('Give a time.');
  const publish = dialog.getByRole('button', { name: 'Publish', exact: true });
  await expect(publish).toHaveAttribute('aria-disabled', 'true');
  await publish.click({ force: true });
  await expect(dialog).toBeVisible();
  expect((await rowOf(site, id))?.status).toBe('draft');
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
