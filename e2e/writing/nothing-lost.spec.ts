// Whatever happens while somebody writes, at most the last two seconds of it are gone: and mostly
// nothing is.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { postEdits, sessions } from '../../lib/db/schema';
import { buildPost } from '../../lib/testing/factories';
import { cloneDatabase, dropDatabase } from '../../lib/testing/template';
import { expect, test } from '../fixtures';
import { Editor, inDatabase, makePost, signedIn } from '../pages/editor';
import { addPerson, password, sessionCookie } from '../people';
import { freePort, startServer } from '../server';

type Place = { baseUrl: string; databaseUrl: string };

/** What the server holds of a text that is being typed. */
const typedText = (site: Place, postId: number) =>
  inDatabase(site, async (db) => {
    const [copy] = await db.select().from(postEdits).where(eq(postEdits.postId, postId));
    return copy?.values.body;
  });

const autosaves = '**/api/autosave/';

test('a new post gets an address of its own as it is typed, without a reload', async ({
  editor,
}) => {
  const page = new Editor(editor);
  await page.open('note');
  await editor.evaluate(() => Object.assign(window, { isSamePage: true }));
  await page.write('First words');
  const id = await page.postId();
  await page.saved();
  expect(await editor.evaluate(() => 'isSamePage' in window)).toBe(true);
  await editor.reload();
  await page.ready();
  expect(await page.postId()).toBe(id);
  await expect(page.text).toHaveText('First words');
  expect(await page.copies()).toEqual([]);
});

test('a server that crashes while somebody types, and comes back', async ({ browser }) => {
  const templates: Record<string, string> = JSON.parse(process.env.E2E_TEMPLATES ?? '{}');
  const databaseUrl = await cloneDatabase(templates.world ?? '');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'commonplace-e2e-'));
  const port = await freePort();
  const start = () => startServer({ databaseUrl, dataDir, port });
  let server = await start();
  const site = { baseUrl: server.baseUrl, databaseUrl };
  const context = await signedIn(browser, site, 'owner');
  const page = new Editor(await context.newPage());
  await page.open('note');
  await page.write('Before the crash.');
  const id = await page.postId();
  await page.saved();

  await server.stop('SIGKILL');
  await page.write(' While it was down.');
  await expect(page.state).toContainText('kept on this device');
  await page.write(' And on.');
  await expect.poll(async () => (await page.copies())[0]?.values.body).toContain('And on.');

  server = await start();
  // The editor asks again by itself, after half a minute at most.
  await expect(page.state).toContainText(/Saved \d\d:\d\d/, { timeout: 60_000 });
  expect(await typedText(site, id)).toBe('Before the crash. While it was down. And on.');
  expect(await page.copies()).toEqual([]);
  await context.close();
  await server.stop();
  await dropDatabase(databaseUrl);
  await rm(dataDir, { recursive: true, force: true });
});

test('a network that is cut while somebody types', async ({ browser, site }) => {
  const context = await signedIn(browser, site, 'owner');
  const page = new Editor(await context.newPage());
  await page.open('note');
  await page.write('Before the tunnel.');
  const id = await page.postId();
  await page.saved();
  await context.setOffline(true);
  await page.write(' In the tunnel.');
  await expect(page.state).toContainText('Offline, kept on this device');
  await context.setOffline(false);
  await page.saved();
  expect(await typedText(site, id)).toBe('Before the tunnel. In the tunnel.');
  await context.close();
});

test('a session that ends while somebody types goes on after signing in elsewhere', async ({
  browser,
  site,
}) => {
  const person = await addPerson(site, 'author');
  const context = await browser.newContext({ baseURL: site.baseUrl });
  const page = new Editor(await person.browser(context));
  await page.open('note');
  await page.write('Signed in.');
  const id = await page.postId();
  await page.saved();
  await inDatabase(site, (db) => db.delete(sessions).where(eq(sessions.personId, person.id)));
  await page.write(' Signed out.');
  await expect(page.state).toContainText('Signed out: kept on this device');
  expect((await page.copies())[0]?.values.body).toBe('Signed in. Signed out.');

  const opening = context.waitForEvent('page');
  await page.page.getByRole('link', { name: 'Sign in (new tab)' }).click();
  const door = await opening;
  await door.getByLabel('E-mail address').fill(person.email);
  await door.getByLabel('Password').fill(password);
  await door.getByRole('button', { name: 'Sign in' }).click();
  await expect(door).toHaveURL(/\/dashboard\//);
  await page.saved();
  expect(await typedText(site, id)).toBe('Signed in. Signed out.');
  await context.close();
});

test('a tab that is closed in the middle of a word', async ({ browser, site }) => {
  const context = await signedIn(browser, site, 'owner');
  const page = new Editor(await context.newPage());
  await page.open('note');
  await page.write('Kept. ');
  const id = await page.postId();
  await page.saved();
  await page.text.click();
  await page.page.keyboard.type('Half a wo', { delay: 30 });
  await page.page.close();

  const again = new Editor(await context.newPage());
  await again.open(id);
  await expect(
    again.text.or(again.offer).filter({ hasText: /Half a wo|never reached/ }),
  ).toBeVisible();
  if (await again.offer.isVisible()) await again.button('Restore').click();
  await expect(again.text).toContainText('Kept. Half a wo');
  await context.close();
});

test('a browser page that crashes', async ({ browser, site }) => {
  const context = await signedIn(browser, site, 'owner');
  const page = new Editor(await context.newPage());
  await page.open('note');
  await page.page.route(autosaves, (route) => route.abort());
  await page.write('Never sent.');
  await expect.poll(async () => (await page.copies()).length).toBe(1);
  const crash = page.page.waitForEvent('crash');
  // The page is gone before it could arrive.
  await page.page.goto('chrome://crash').catch(() => {});
  await crash;

  const again = new Editor(await context.newPage());
  await again.open('note');
  await expect(again.offer).toBeVisible();
  await again.button('Restore').click();
  await expect(again.text).toHaveText('Never sent.');
  await again.saved();
  await again.postId();
  expect(await again.copies()).toEqual([]);
  await context.close();
});

test('what never reached the server is offered after a reload: compare, discard, restore', async ({
  browser,
  site,
}) => {
  const id = await makePost(site, {
    ...buildPost('note', { body: 'On the server.' }),
    status: 'draft',
  });
  const context = await signedIn(browser, site, 'owner');
  const page = new Editor(await context.newPage());
  await page.open(id);
  await page.page.route(autosaves, (route) => route.abort());
  await page.write(' On the device.');
  await expect(page.state).toContainText('kept on this device');
  await page.page.reload();
  await page.ready();
  await expect(page.text).toHaveText('On the server.');
  await expect(page.offer).toContainText('This device has newer text');
  await page.button('Compare').click();
  await expect(page.offer.locator('ins')).toContainText('On the device.');
  await page.button('Discard…').click();
  await page.button('Keep it').click();
  await page.page.unroute(autosaves);
  await page.button('Restore').click();
  await expect(page.text).toHaveText('On the server. On the device.');
  await page.saved();
  expect(await typedText(site, id)).toBe('On the server. On the device.');
  await page.page.reload();
  await page.ready();
  await expect(page.offer).toHaveCount(0);
  await context.close();
});

test('another person on the device is not shown what somebody typed', async ({ browser, site }) => {
  const context = await signedIn(browser, site, 'owner');
  const page = new Editor(await context.newPage());
  await page.open('note');
  await page.page.route(autosaves, (route) => route.abort());
  await page.write('My secret.');
  await expect.poll(async () => (await page.copies()).length).toBe(1);
  await page.page.close();

  await context.clearCookies();
  await context.addCookies([await sessionCookie(site, 'author')]);
  const other = new Editor(await context.newPage());
  await other.open('note');
  await other.write('Theirs.');
  await other.saved();
  await expect(other.offer).toHaveCount(0);
  await other.page.close();

  await context.clearCookies();
  await context.addCookies([await sessionCookie(site, 'owner')]);
  const back = new Editor(await context.newPage());
  await back.open('note');
  await expect(back.offer).toBeVisible();
  await context.close();
});

test('a page that kept everything lets itself be left without a question', async ({
  browser,
  site,
}) => {
  const context = await signedIn(browser, site, 'owner');
  const page = new Editor(await context.newPage());
  await page.open('note');
  await page.page.route(autosaves, (route) => route.abort());
  await page.write('Kept here.');
  await expect(page.state).toContainText('kept on this device');
  let questions = 0;
  page.page.on('dialog', (dialog) => {
    questions += 1;
    void dialog.accept();
  });
  await page.page.goto('/about/');
  await expect(page.page).toHaveURL(/\/about\/$/);
  expect(questions).toBe(0);
  await context.close();
});
