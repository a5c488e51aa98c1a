// What the first visit to an editor loads, compressed as a proxy sends it, and how soon it is usable.
import { expect, test } from '../fixtures';
import { Editor } from '../pages/editor';
import { weigh } from '../weights';

test.use({ serviceWorkers: 'block' });

const kilobyte = 1024;

test('the editor is light', async ({ editor }) => {
  const weights = weigh(editor);
  await new Editor(editor).open('entry');
  await editor.waitForLoadState('networkidle');
  const loaded = (await weights()).filter(({ type }) => type === 'script');
  const scripts = new Map(loaded.map(({ url, gzipped }) => [url, gzipped]));
  const total = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  test.info().annotations.push({ type: 'gzipped script, bytes', description: String(total) });
  expect(scripts.size).toBeGreaterThan(0);
  expect(total).toBeLessThan(350 * kilobyte);
});
