// The way into the dashboard and out of it.
import type { Page } from '@playwright/test';
import { withPool } from '../../lib/commands/command-database';
import { media, tags } from '../../lib/db/schema';
import { surfaces } from '../../lib/testing/surfaces';
import { expect, test } from '../fixtures';
import { addPerson, password } from '../people';
import { askWhileStale } from '../stale';

async function signIn(page: Page, email: string, typed = password) {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(typed);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const wrong = 'This e-mail address and password do not go together.';

/** A quarter of an hour after the first attempt, in whole minutes: fewer while a busy machine tries. */
async function expectTooOften(page: Page, firstAttempt: number) {
  const refusal = page.getByText(/^Too many attempts\. Try again in \d+ minutes\.$/);
  const minutes = Number(/\d+/.exec(await refusal.innerText())?.[0]);
  expect(minutes).toBeLessThanOrEqual(15);
  expect(minutes).toBeGreaterThanOrEqual(15 - Math.floor((Date.now() - firstAttempt) / 60_000));
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('somebody signs in, arrives where they wanted to go, and leaves', async ({
      page,
      site,
    }) => {
      const { email, name } = await addPerson(site, 'owner');
      await page.goto('/dashboard/account/');
      await expect(page).toHaveURL('/sign-in/?next=%2Fdashboard%2Faccount%2F');
      await signIn(page, email, 'a guess of mine');
      await expect(page.getByText(wrong)).toBeVisible();
      await expect(page.getByLabel('E-mail address')).toHaveValue(email);
      await expect(page.getByLabel('Password')).toHaveValue('');
      await signIn(page, email);
      await expect(page).toHaveURL('/dashboard/account/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account');
      await page.locator('summary', { hasText: name }).click();
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await expect(page).toHaveURL('/sign-in/');
      await page.goto('/dashboard/account/');
      await expect(page).toHaveURL('/sign-in/?next=%2Fdashboard%2Faccount%2F');
    });

    test('who guesses too often is told when to come back', async ({ page, site }) => {
      const { email } = await addPerson(site, 'author');
      await page.goto('/sign-in/');
      const firstAttempt = Date.now();
      for (let guess = 1; guess <= 6; guess += 1) {
        // What a client claims to be counts for nothing.
        await page.setExtraHTTPHeaders({ 'x-forwarded-for': `198.51.100.${guess}` });
        await signIn(page, email, `guess number ${guess}`);
        if (guess < 6) await expect(page.getByText(wrong)).toBeVisible();
        else await expectTooOften(page, firstAttempt);
        // So that the answer to the next guess is another one.
        await page.goto('/sign-in/');
      }
      await signIn(page, email);
      await expectTooOften(page, firstAttempt);
    });

    test('signing out everywhere ends other browsers at their next click', async ({
      page,
      site,
      browser,
    }) => {
      const person = await addPerson(site, 'author');
      const here = await person.browser(page.context());
      const there = await person.browser(await browser.newContext({ baseURL: site.baseUrl }));
      for (const one of [here, there]) await one.goto('/dashboard/');
      await here.goto('/dashboard/account/');
      await here.getByRole('button', { name: 'Sign out everywhere' }).click();
      await expect(here).toHaveURL('/sign-in/');
      await there.locator('summary', { hasText: person.name }).click();
      await there.getByRole('link', { name: 'Account' }).click();
      await expect(there).toHaveURL(/\/sign-in\//);
      await there.context().close();
    });
  });

test('nobody is led to another site', async ({ page, site }) => {
  const { email } = await addPerson(site, 'author');
  await page.goto('/sign-in/?next=//example.org/dashboard/');
  await signIn(page, email);
  await expect(page).toHaveURL('/dashboard/');
});

test('who is signed in does not see the sign-in', async ({ editor }) => {
  await editor.goto('/sign-in/?next=/dashboard/account/');
  await expect(editor).toHaveURL('/dashboard/account/');
});

test('an author sees nothing that is for owners', async ({ author, editor }) => {
  await author.goto('/dashboard/');
  await expect(author.getByRole('link', { name: 'People' })).toHaveCount(0);
  for (const path of ['/dashboard/people/', '/dashboard/people/1/']) {
    const answer = await author.goto(path);
    expect([path, answer?.status()]).toEqual([path, 404]);
    await expect(author.getByRole('heading', { level: 1 })).toHaveText('Nothing here');
  }
  await editor.goto('/dashboard/');
  await expect(editor.getByRole('link', { name: 'People' })).toBeVisible();
});

test('reading pages know nothing of who is signed in', async ({ editor }) => {
  for (const { path } of surfaces) {
    const [, answer] = await askWhileStale(async () => [
      await editor.request.get(path),
      await editor.request.get(path),
    ]);
    expect(answer.headers()['set-cookie']).toBeUndefined();
    expect([path, answer.headers()['x-nextjs-cache']]).toEqual([path, 'HIT']);
  }
});

test.describe('pages of the dashboard', () => {
  for (const path of ['/dashboard/', '/dashboard/account/', '/sign-in/', '/setup/none/'])
    test(`${path} is stored nowhere and found by no search engine`, async ({ request }) => {
      const answer = await request.get(path, { maxRedirects: 0 });
      const headers = answer.headersArray();
      const valuesOf = (name: string) =>
        headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
      expect(valuesOf('cache-control')).toEqual(['private, no-store']);
      expect(valuesOf('x-robots-tag')).toEqual(['noindex']);
      const [policy = '', ...others] = valuesOf('content-security-policy');
      expect(others).toEqual([]);
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'sha256-[\w+/]{43}='/);
      expect(policy).not.toContain('unsafe');
      expect(valuesOf('cache-tag')).toEqual([]);
    });

  test('have one address each', async ({ request }) => {
    for (const [path, target] of [
      ['/dashboard', '/dashboard/'],
      ['/Dashboard/account?x=1', '/dashboard/account/?x=1'],
      ['/sign-in', '/sign-in/'],
    ] as const) {
      const answer = await request.get(path, { maxRedirects: 0 });
      expect([answer.status(), answer.headers().location]).toEqual([308, target]);
    }
  });

  test('tell nobody what they are called who may not see them', async ({ request, site }) => {
    const name = 'zqsecret.png';
    const paths = await withPool(site.databaseUrl, async ({ database }) => {
      const [tag] = await database.insert(tags).values({ slug: 'zqsecret', name }).returning();
      const [file] = await database
        .insert(media)
        .values({
          ...{ name, originalName: name, hash: 'a'.repeat(64), key: name },
          ...{ type: 'image/png', size: 1, servedSize: 1 },
        })
        .returning();
      return [`/dashboard/tags/${tag?.id}/`, `/dashboard/media/${file?.id}/`];
    });
    for (const path of paths) {
      const page = await request.get(path, { maxRedirects: 0 });
      expect([path, page.status()]).toEqual([path, 307]);
      const forRouter = await request.get(path, { maxRedirects: 0, headers: { RSC: '1' } });
      for (const answer of [page, forRouter])
        expect(await answer.text(), path).not.toContain('zqsecret');
    }
  });

  test('give each answer a nonce of its own', async ({ request }) => {
    const nonceOf = async () => {
      const answer = await request.get('/sign-in/');
      return /nonce-([^']+)/.exec(answer.headers()['content-security-policy'] ?? '')?.[1];
    };
    expect(await nonceOf()).not.toBe(await nonceOf());
  });
});
