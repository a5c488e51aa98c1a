// A session that ends while a form is filled in, where no script keeps what is typed: it comes back,
// and is sent again after signing in.
import type { Page } from '@playwright/test';
import { desc, eq } from 'drizzle-orm';
import { posts, sessions } from '../../lib/db/schema';
import { buildPost } from '../../lib/testing/factories';
import { accessibilityProblems, markupProblems } from '../checks';
import { expect, test } from '../fixtures';
import { inDatabase, makePost } from '../pages/editor';
import { addPerson, password } from '../people';
import { ownWord } from '../posts';

test.use({ javaScriptEnabled: false });

type Place = { baseUrl: string; databaseUrl: string };

const signOut = (site: Place, personId: number) =>
  inDatabase(site, (db) => db.delete(sessions).where(eq(sessions.personId, personId)));

async function signInBeside(page: Page, email: string) {
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Sign in (new tab)' }).click();
  const door = await opening;
  await door.getByLabel('E-mail address').fill(email);
  await door.getByLabel('Password').fill(password);
  await door.getByRole('button', { name: 'Sign in' }).click();
  await expect(door).toHaveURL(/\/dashboard\//);
  await door.close();
}

const sendAgain = (page: Page) => page.getByRole('button', { name: 'Send again' }).click();

test('a new post', async ({ browser, site }) => {
  const person = await addPerson(site, 'author');
  const context = await browser.newContext({ baseURL: site.baseUrl });
  const page = await person.browser(context);
  const text = `First line.\n\n<b>Second</b> & ${ownWord()}`;
  await page.goto('/dashboard/new/note/');
  await page.getByLabel('Text', { exact: true }).fill(text);
  await signOut(site, person.id);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out');
  await expect(page.getByLabel('Body')).toHaveValue(text);

  await sendAgain(page);
  await expect(page.getByLabel('Body')).toHaveValue(text);
  await signInBeside(page, person.email);
  await sendAgain(page);
  await expect(page.getByText('Saved as a draft.')).toBeVisible();
  const [post] = await inDatabase(site, (db) =>
    db.select().from(posts).where(eq(posts.authorId, person.id)).orderBy(desc(posts.id)),
  );
  expect(post?.body?.replaceAll('\r\n', '\n')).toBe(text);
  await context.close();
});

test('a change of a post that is public, and by the button that was pressed', async ({
  browser,
  site,
}) => {
  const person = await addPerson(site, 'owner');
  const id = await makePost(site, { ...buildPost('note', { body: 'As it was.' }) });
  const context = await browser.newContext({ baseURL: site.baseUrl });
  const page = await person.browser(context);
  await page.goto(`/dashboard/posts/${id}/`);
  await page.getByLabel('Text', { exact: true }).fill('As it has become.');
  await signOut(site, person.id);
  await page.getByRole('button', { name: 'Update' }).click();
  await signInBeside(page, person.email);
  await sendAgain(page);
  await expect(page.getByText('Updated. The change is live')).toBeVisible();
  await context.close();
});

test('a form with a password is not shown again', async ({ browser, site }) => {
  const person = await addPerson(site, 'author');
  const context = await browser.newContext({ baseURL: site.baseUrl });
  const page = await person.browser(context);
  await page.goto('/dashboard/account/');
  await page.getByLabel('Current password').fill(password);
  await page.getByLabel('New password').first().fill('another sentence to sign in with');
  await signOut(site, person.id);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page).toHaveURL(/\/sign-in\//);
  expect(await page.content()).not.toContain('another sentence');
  await context.close();
});

test('what another site’s page has sent is not shown for sending again', async ({ page, site }) => {
  const answer = await page.request.post(`${site.baseUrl}/dashboard/posts/1/`, {
    multipart: { body: 'Words of somebody else.' },
    headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://example.org' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  expect(await answer.text()).toBe('');
});

test('the page that brings a text back violates no rule, in both themes and on a phone', async ({
  browser,
  site,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      javaScriptEnabled: true,
      colorScheme,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    const answer = await context.request.post(`${site.baseUrl}/dashboard/new/note/`, {
      multipart: { kind: 'note', body: 'Some words.', tags: 'one two' },
      headers: { Origin: site.baseUrl },
    });
    expect(answer.status()).toBe(401);
    expect(answer.headers()['cache-control']).toBe('private, no-store');
    const html = await answer.text();
    expect(await markupProblems(html)).toEqual([]);
    await page.setContent(html);
    expect(await accessibilityProblems(page)).toEqual([]);
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overhang).toBe(0);
    await context.close();
  }
});
