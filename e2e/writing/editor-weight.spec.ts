// What the first visit to an editor loads, compressed as a proxy sends it, and how soon it is usable.
import { gzipSync } from 'node:zlib';
import { expect, test } from '../fixtures';
import { Editor } from '../pages/editor';

test.use({ serviceWorkers: 'block' });

const kilobyte = 1024;

test('the editor is light', async ({ editor }) => {
  const scripts = new Map<string, number>();
  editor.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.set(response.url(), gzipSync(await response.body()).length);
  });
  await new Editor(editor).open('entry');
  await editor.waitForLoadState('networkidle');
  const total = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  test.info().annotations.push({ type: 'gzipped script, bytes', description: String(total) });
  expect(scripts.size).toBeGreaterThan(0);
  expect(total).toBeLessThan(350 * kilobyte);
});
