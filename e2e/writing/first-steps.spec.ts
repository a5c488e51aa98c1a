// The home of a site on which nobody has written yet.
import { accessibilityProblems } from '../checks';
import { expect, test } from '../fixtures';

test.use({ seed: 'samples' });

test('says what to do first', async ({ editor }) => {
  await editor.goto('/dashboard/');
  const steps = editor.getByRole('region', { name: 'The first three things' });
  await expect(steps.getByRole('listitem')).toHaveCount(3);
  await expect(steps).toContainText('removes the samples as well');
  expect(await accessibilityProblems(editor)).toEqual([]);
  await steps.getByRole('link', { name: 'Write a note' }).click();
  await expect(editor).toHaveURL('/dashboard/new/note/');
});
