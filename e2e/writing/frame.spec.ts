// WCAG 2.2 AA and narrow windows for the pages of signing in, of people and of the account, and for
// what stands around every page of the dashboard. Other parts look at their own pages.
import { accessibilityProblems } from '../checks';
import { expect, test } from '../fixtures';
import { addPerson } from '../people';

const paths = [
  '/dashboard/account/',
  '/dashboard/people/',
  '/dashboard/people/1/',
  '/dashboard/none/',
];
const outside = ['/sign-in/?error=nobody', '/setup/none/'];

for (const theme of ['light', 'dark'] as const)
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    for (const path of paths)
      test(`${path} violates no rule`, async ({ editor }) => {
        await editor.goto(path);
        await editor.locator('summary', { hasText: 'New' }).click();
        expect(await accessibilityProblems(editor)).toEqual([]);
      });

    for (const path of outside)
      test(`${path} violates no rule`, async ({ page }) => {
        await page.goto(path);
        expect(await accessibilityProblems(page)).toEqual([]);
      });
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  for (const path of paths)
    test(`${path} does not scroll sideways, and leaves room for a finger`, async ({ editor }) => {
      await editor.goto(path);
      const overflow = await editor.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      const targets = editor.locator('header :is(a, summary), main button');
      const small = await targets.evaluateAll((elements) =>
        elements
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
          .map((one) => one.textContent),
      );
      expect(small).toEqual([]);
    });
});

test('the colours that were chosen stay, also after signing in', async ({ page, site }) => {
  const person = await addPerson(site, 'author');
  const theirs = await person.browser(page.context());
  await theirs.goto('/dashboard/account/');
  await theirs.getByLabel('Dark').check();
  await expect(theirs.locator('html')).toHaveAttribute('data-theme', 'dark');
  await theirs.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(theirs.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(theirs.locator('html')).toHaveAttribute('data-theme', 'dark');
  await theirs.goto('/about/');
  await expect(theirs.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('menus close by themselves, and work by keyboard', async ({ editor }) => {
  await editor.goto('/dashboard/account/');
  const menu = editor.locator('summary', { hasText: 'New' });
  const entry = editor.getByRole('link', { name: 'Entry' });
  await menu.focus();
  await editor.keyboard.press('Enter');
  await expect(entry).toBeVisible();
  await editor.keyboard.press('Escape');
  await expect(entry).toBeHidden();
  await expect(menu).toBeFocused();
  await menu.click();
  await editor.getByRole('heading', { level: 1 }).click();
  await expect(entry).toBeHidden();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('what asks first asks, and is done', async ({ editor, site }) => {
    const person = await addPerson(site, 'author');
    await editor.goto(`/dashboard/people/${person.id}/`);
    await editor.getByRole('button', { name: 'Deactivate…' }).click();
    await editor.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await expect(editor.getByRole('button', { name: 'Let them in again' })).toBeVisible();
  });
});
