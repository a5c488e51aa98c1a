// What the shipped configurations forget at whose word, and what they serve in bad times.
import { describe, expect, test } from 'vitest';
import { eventually } from '../testing/eventually';
import { ask } from './fixture-app';
import { describeProxies, gzip, text } from './fixture-shipped';

describeProxies(({ app, port, get, purge, forgets }) => {
  describe('forgetting', () => {
    const tagged = {
      '/tagged/1/': ['site', 'stream', 'post:1'],
      '/tagged/12/': ['site', 'post:12'],
      '/tagged/dotted/': ['site', 'path:2026/Jan/1/a.b'],
      '/tagged/undotted/': ['site', 'path:2026/Jan/1/aXb'],
      '/tagged/many/': [
        ...Array.from({ length: 62 }, (_, index) => `path:2026/Jan/1/${'a'.repeat(10)}-${index}`),
        'post:99',
      ],
    };

    /** Which of the pages are made anew after a purge. */
    async function freshAfter(...tags: string[]): Promise<string[]> {
      const paths = Object.entries(tagged).map(([path, tagsOfPage]) => {
        app().pages.set(path, { tags: tagsOfPage });
        return path;
      });
      for (const path of paths) await get(path, gzip);
      await purge(...tags);
      const answers = [];
      for (const path of paths) answers.push({ path, answer: await get(path, gzip) });
      return answers
        .filter(({ answer }) => answer.headers['x-cache'] === 'MISS')
        .map(({ path }) => path);
    }

    const all = Object.keys(tagged);
    const absent = Array.from({ length: 100 }, (_, index) => `tag:10000${index}`);
    test.each([
      ['one tag', ['post:1'], ['/tagged/1/']],
      ['two tags', ['nobody', 'stream', 'post:12'], ['/tagged/1/', '/tagged/12/']],
      ['a tag with a dot', ['path:2026/Jan/1/a.b'], ['/tagged/dotted/']],
      ['more than one header holds', [...absent, ...absent, 'post:99'], ['/tagged/many/']],
      ['nobody’s tag', ['post:2'], []],
      ['the tag of all', ['site'], all.slice(0, 4)],
    ])('%s', async (_name, tags, exactly) => {
      expect(await freshAfter(...tags)).toEqual(forgets === 'all' ? all : exactly);
    });

    test.each([
      ['from elsewhere', { localAddress: '127.0.0.2' }],
      ['through another proxy', { headers: { 'X-Forwarded-For': '127.0.0.1' } }],
    ])('is refused %s', async (title, question) => {
      const path = `/kept-${title.replaceAll(' ', '-')}/`;
      app().pages.set(path, { tags: ['site'] });
      await get(path);
      const { headers = {}, ...rest } = { headers: {}, ...question };
      const { status } = await ask(port(), '/', {
        method: 'PURGE',
        ...rest,
        headers: { 'Cache-Tag': 'site', ...headers },
      });
      expect(status).toBe(403);
      expect((await get(path)).headers['x-cache']).toBe('HIT');
    });

    test.runIf(forgets === 'all')('a redirect of no stated life is kept till then', async () => {
      const headers = { Location: '/there/', 'Cache-Control': '' };
      app().pages.set('/moved', { status: 301, headers });
      await get('/moved');
      expect((await get('/moved')).headers.location).toBe('/there/');
      expect(app().count('/moved')).toBe(1);
      await purge('redirects');
      await get('/moved');
      expect(app().count('/moved')).toBe(2);
    });

    test.runIf(forgets === 'all')('an answer under way is not kept', async () => {
      let release = () => {};
      app().pages.set('/crossing/', { after: new Promise((resolve) => (release = resolve)) });
      const crossing = get('/crossing/');
      await eventually(async () => expect(app().count('/crossing/')).toBe(1));
      await purge('site');
      release();
      const old = text(await crossing);
      expect(text(await get('/crossing/'))).not.toBe(old);
    });

    test.runIf(forgets === 'exact')('nonsense is refused', async () => {
      const headers = { 'Cache-Tag': 'a b(' };
      expect((await ask(port(), '/', { method: 'PURGE', headers })).status).toBe(400);
      expect((await ask(port(), '/', { method: 'PURGE' })).status).toBe(400);
    });
  });

  describe('in bad times', () => {
    const short = { headers: { 'Cache-Control': 's-maxage=1, stale-while-revalidate=600' } };

    test('an old page is served while the app fails or is away, then the new one', async () => {
      app().pages.set('/aging/', short);
      const old = text(await get('/aging/', gzip));
      app().pages.set('/aging/', { ...short, status: 503 });
      await eventually(async () => {
        expect(text(await get('/aging/', gzip))).toBe(old);
        expect(app().count('/aging/')).toBeGreaterThanOrEqual(3);
      });
      await app().stop();
      for (let time = 0; time < 5; time += 1) expect(text(await get('/aging/', gzip))).toBe(old);
      await app().start();
      app().pages.set('/aging/', short);
      await eventually(async () => {
        const answer = await get('/aging/', gzip);
        expect(answer.status).toBe(200);
        expect(text(answer)).not.toBe(old);
      });
    });

    test('a page that the app itself calls old is not kept for another life', async () => {
      app().pages.set('/old/', { headers: { 'X-Nextjs-Cache': 'STALE' } });
      const old = text(await get('/old/'));
      app().pages.delete('/old/');
      await eventually(async () => expect(text(await get('/old/'))).not.toBe(old));
    });
  });
});
