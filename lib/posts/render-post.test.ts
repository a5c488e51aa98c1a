import { expect, test } from 'vitest';
import { draftInput } from './input';
import { postKinds } from './kinds';
import { renderPost } from './render-post';

const style = { typography: true, ownHosts: [], language: 'en' };

/** What is left empty is allowed in a draft. */
const texts = { title: '', linkTitle: '', linkUrl: '', source: '', beatType: '' };

test('posts of different kinds with the same number share no id on one page', async () => {
  const ids = await Promise.all(
    postKinds.map(async (kind) => {
      const body = 'A[^1].\n\n[^1]: b';
      const post = draftInput.parse({ ...texts, kind, body, publishedAt: null });
      const place = { number: 7, publishedOn: '2026-01-15' };
      const { listHtml } = await renderPost(post, place, style);
      return [...(listHtml ?? '').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    }),
  );
  expect(ids.flat()).toContain('b7-fn-1');
  expect(ids.flat()).toContain('beat7-fn-1');
  expect(new Set(ids.flat()).size).toBe(ids.flat().length);
});
