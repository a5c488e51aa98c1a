// How people come in: the first owner by a link of the console or by the environment, the others by
// invitation; and what they can change about themselves.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { cloneDatabase, dropDatabase } from '../../lib/testing/template';
import { expect, type Site, test, watch } from '../fixtures';
import { addPerson, password } from '../people';
import { type Server, startServer } from '../server';

const newPassword = 'another sentence to sign in with';

/** Starts a server on a site that nobody has signed in to. */
async function withNewSite(
  { pageCache }: Pick<Site, 'pageCache'>,
  variables: Record<string, string>,
  work: (server: Server) => Promise<void>,
): Promise<void> {
  const templates: Record<string, string> = JSON.parse(process.env.E2E_TEMPLATES ?? '{}');
  const databaseUrl = await cloneDatabase(templates.samples ?? '');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'commonplace-e2e-'));
  try {
    const server = await startServer({ databaseUrl, dataDir, pageCache, variables });
    await work(server).finally(() => server.stop());
  } finally {
    await dropDatabase(databaseUrl);
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function setUp(page: Page, link: string) {
  await page.goto(link);
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Become the owner' }).click();
}

for (const javaScriptEnabled of [true, false])
  test(`the link on the console makes the owner, once (${javaScriptEnabled ? 'with' : 'without'} script)`, async ({
    browser,
    site,
  }) => {
    await withNewSite(site, {}, async (server) => {
      const links = () =>
        server.lines.flatMap((line) => /http\S+\/setup\/\S+/.exec(line)?.[0] ?? []);
      await expect.poll(links).toHaveLength(1);
      const [link = ''] = links();
      const context = await browser.newContext({ javaScriptEnabled, baseURL: server.baseUrl });
      const page = await context.newPage();
      const failures = await watch(page, { ...site, baseUrl: server.baseUrl });
      await setUp(page, link);
      // Browsers with script do not send it; the others do not either, unless told to.
      await page.locator('form').evaluate((form: HTMLFormElement) => {
        form.noValidate = true;
      });
      await page.getByRole('button', { name: 'Become the owner' }).click();
      await expect(page.getByText('A password has at least 10 characters.')).toBeVisible();
      await expect(page.getByLabel('Your name')).toHaveValue('Ada');
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Become the owner' }).click();
      await expect(page).toHaveURL('/dashboard/');
      await page.goto(link);
      await expect(page.getByRole('heading')).toHaveText('This link has had its time');
      expect(failures).toEqual([]);
      await context.close();
    });
  });

test('the environment makes the owner, and no link is printed', async ({ browser, site }) => {
  const variables = { OWNER_EMAIL: 'Owner@example.org', OWNER_PASSWORD: password };
  await withNewSite(site, variables, async (server) => {
    await expect
      .poll(() => server.lines.some((line) => line.includes('is the owner of this site')))
      .toBe(true);
    const page = await browser.newPage({ baseURL: server.baseUrl });
    await page.goto('/dashboard/');
    await page.getByLabel('E-mail address').fill('owner@example.org');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL('/dashboard/');
    expect(server.lines.filter((line) => line.includes('/setup/'))).toEqual([]);
    await page.close();
  });
});

for (const [variables, says] of [
  [{ AUTH_SECRET: '' }, 'AUTH_SECRET is missing'],
  [{ TRUSTED_PROXIES: 'all' }, 'TRUSTED_PROXIES must be a whole number'],
] as const)
  test(`a server does not start where ${says}`, async ({ site }) => {
    await expect(withNewSite(site, variables, async () => {})).rejects.toThrow(
      'The server has ended',
    );
  });

test('an owner invites somebody, who comes in by the link, once', async ({ editor, page }) => {
  await editor.goto('/dashboard/people/');
  await editor.getByLabel('Name').fill('Ida Invited');
  await editor.getByLabel('E-mail address').fill('ida@example.org');
  await editor.getByRole('button', { name: 'Invite' }).click();
  const link = await editor.getByLabel('Link').inputValue();
  await expect(editor.getByRole('row', { name: /Ida Invited/ })).toContainText('invited');
  await page.goto(link);
  await expect(page.getByLabel('E-mail address')).toHaveValue('ida@example.org');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/dashboard/');
  await page.goto(link);
  await expect(page.getByRole('heading')).toHaveText('This link has had its time');
  await editor.reload();
  await expect(editor.getByRole('row', { name: /Ida Invited/ })).toContainText('password');
});

test('who is deactivated is out at the next click, and can be let in again', async ({
  editor,
  page,
  site,
}) => {
  const person = await addPerson(site, 'author');
  const theirs = await person.browser(page.context());
  await theirs.goto('/dashboard/');
  await editor.goto('/dashboard/people/');
  await editor.getByRole('link', { name: person.name }).click();
  await editor.getByRole('button', { name: 'Deactivate…' }).click();
  await editor.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(editor.getByRole('dialog')).toHaveCount(0);
  await editor.getByRole('button', { name: 'Deactivate…' }).click();
  await editor.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(editor.getByText('deactivated')).toBeVisible();
  await theirs.goto('/dashboard/');
  await expect(theirs).toHaveURL(/\/sign-in\//);
  await editor.getByRole('button', { name: 'Let them in again' }).click();
  await expect(editor.getByRole('button', { name: 'Deactivate…' })).toBeVisible();
});

test('a new password signs the other browsers out', async ({ page, site, browser }) => {
  const person = await addPerson(site, 'author');
  const here = await person.browser(page.context());
  const there = await person.browser(await browser.newContext({ baseURL: site.baseUrl }));
  await here.goto('/dashboard/account/');
  await here.getByLabel('Current password').fill('not mine at all');
  await here.getByLabel('New password').fill(newPassword);
  await here.getByRole('button', { name: 'Change password' }).click();
  await expect(here.getByText('This is not your password.')).toBeVisible();
  await expect(here.getByLabel('Current password')).toBeFocused();
  await here.getByLabel('Current password').fill(password);
  await here.getByLabel('New password').fill(newPassword);
  await here.getByRole('button', { name: 'Change password' }).click();
  await expect(here.getByText('You have a new password.')).toBeVisible();
  await there.goto('/dashboard/');
  await expect(there).toHaveURL(/\/sign-in\//);
  await there.context().close();
});

test('one’s name is shown as soon as it is changed', async ({ page, site }) => {
  const person = await addPerson(site, 'author');
  const theirs = await person.browser(page.context());
  await theirs.goto('/dashboard/account/');
  await theirs.getByLabel('Name').fill('Another Name');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs.getByText('Saved.')).toBeVisible();
  await expect(theirs.getByLabel('Name')).toHaveValue('Another Name');
  await expect(theirs.locator('summary', { hasText: 'Another Name' })).toBeVisible();
});

test('one browser of several is signed out by itself', async ({ page, site, browser }) => {
  const person = await addPerson(site, 'author');
  const here = await person.browser(page.context());
  const there = await person.browser(await browser.newContext({ baseURL: site.baseUrl }));
  await here.goto('/dashboard/account/');
  await here.getByRole('listitem').getByRole('button', { name: 'Sign out' }).last().click();
  await expect(here.getByText('Signed out.', { exact: true })).toBeVisible();
  await there.goto('/dashboard/');
  await expect(there).toHaveURL(/\/sign-in\//);
  await there.context().close();
});
