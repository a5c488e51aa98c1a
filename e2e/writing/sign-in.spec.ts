// The way into the dashboard and out of it.
import { expect, test } from '../fixtures';

test('whoever is signed in arrives', async ({ editor, author }) => {
  await editor.goto('/dashboard/');
  await expect(editor.getByText('Olive Owner').first()).toBeVisible();
  await author.goto('/dashboard/');
  await expect(author.getByText('Arthur Author').first()).toBeVisible();
});

test('anybody else is led to the sign-in', async ({ page }) => {
  await page.goto('/dashboard/');
  await expect(page).toHaveURL('/sign-in/?next=%2Fdashboard%2F');
});
