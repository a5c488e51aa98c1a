// What the shipped configurations store, and what they keep away from their stores.
import { describe, expect, test } from 'vitest';
import { ask, life, type Page } from './fixture-app';
import { describeProxies, gzip, text } from './fixture-shipped';

describeProxies(({ app, port, get, purge }) => {
  describe('storing', () => {
    test('a page is made once', async () => {
      const first = await get('/stored/');
      const second = await get('/stored/');
      expect([first.headers['x-cache'], second.headers['x-cache']]).toEqual(['MISS', 'HIT']);
      expect(text(second)).toBe(text(first));
      expect(app().count('/stored/')).toBe(1);
    });

    test('readers with and without gzip get what they can read', async () => {
      const compressed = await get('/gzip/', gzip);
      const again = await get('/gzip/', { 'Accept-Encoding': 'gzip, deflate' });
      const plain = await get('/gzip/');
      const refusing = await get('/gzip/', { 'Accept-Encoding': 'br, gzip;q=0' });
      for (const answer of [compressed, again]) {
        expect(answer.headers['content-encoding']).toBe('gzip');
        expect(answer.headers.vary).toBe('Accept-Encoding');
        expect(text(answer)).toContain('/gzip/');
        expect(answer.body.length).toBeLessThan(600);
      }
      for (const answer of [plain, refusing]) {
        expect(answer.headers['content-encoding']).toBeUndefined();
        expect(text(answer)).toContain('/gzip/');
      }
      expect(again.headers['x-cache']).toBe('HIT');
    });

    test('browsers ask again each time, a CDN may keep, and a 304 is enough', async () => {
      app().pages.set('/304/', { tags: ['site', 'post:1'] });
      const { headers } = await get('/304/', gzip);
      expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
      expect(headers['cdn-cache-control']).toBe(life);
      expect(headers['cache-tag']).toBe('site,post:1');
      const again = await get('/304/', { ...gzip, 'If-None-Match': String(headers.etag) });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
      expect(app().count('/304/')).toBe(1);
    });

    test('the first to ask may have an old copy: the whole page is stored', async () => {
      await get('/conditional/', { 'If-None-Match': '"1"' });
      expect(text(await get('/conditional/'))).toContain('/conditional/');
      expect(app().count('/conditional/')).toBe(1);
    });

    test('HEAD does not leave an empty page', async () => {
      expect((await ask(port(), '/head/', { method: 'HEAD' })).status).toBe(200);
      expect(text(await get('/head/'))).toContain('/head/');
    });

    test('each host has pages of its own', async () => {
      const first = await get('/host/', { Host: 'old.example.org' });
      const second = await get('/host/', { Host: 'blog.example.org' });
      expect(text(first)).not.toBe(text(second));
      expect(app().last('/host/')?.headers.host).toBe('blog.example.org');
    });

    test('words that networks add to links make no pages', async () => {
      await get('/tracked/?utm_source=a&fbclid=b');
      await get('/tracked/?gclid=1');
      await get('/tracked/');
      expect(app().asked.filter(({ url }) => url.startsWith('/tracked/'))).toHaveLength(1);
    });

    test('any other query is for the app, whole', async () => {
      const address = '/tracked/?utm_source=a&page=2';
      await get(address);
      await get(address);
      expect(app().count(address)).toBe(2);
    });

    test('files named after their content are kept through a purge', async () => {
      const file = '/_next/static/chunks/a1b2.css?dpl=d1';
      app().pages.set(file, {
        headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
      });
      await get(file, gzip);
      await purge('site');
      const { headers } = await get(file, gzip);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(app().count(file)).toBe(1);
    });

    test('headers as large as ours pass', async () => {
      app().pages.set('/large/', { headers: { 'X-Policy': 'x'.repeat(7000) } });
      expect((await get('/large/')).status).toBe(200);
    });

    // On a machine that stands still for 50 ms, nginx lets a second one through.
    test('of 50 who want the same page at once, one asks the app', { retry: 2 }, async ({
      task,
    }) => {
      const path = `/spike-${task.result?.retryCount ?? 0}/`;
      app().pages.set(path, { delayMs: 15 });
      const answers = await Promise.all(Array.from({ length: 50 }, () => get(path, gzip)));
      expect(new Set(answers.map(text)).size).toBe(1);
      expect(app().count(path)).toBe(1);
    });
  });

  describe('keeping away', () => {
    test.each<[string, Page]>([
      ['a cookie', { headers: { 'Set-Cookie': 'a=b' } }],
      ['no-store', { headers: { 'Cache-Control': 'private, no-store' } }],
      ['nothing said', { headers: { 'Cache-Control': 'public' } }],
      ['503', { status: 503 }],
    ])('an answer with %s is not stored', async (title, page) => {
      const path = `/unstorable-${title.replace(' ', '-')}/`;
      app().pages.set(path, page);
      const first = await get(path);
      expect(first.status).toBe(page.status ?? 200);
      expect(first.headers['set-cookie']).toEqual(page.headers?.['Set-Cookie'] && ['a=b']);
      app().pages.delete(path);
      const second = await get(path);
      expect(second.status).toBe(200);
      expect(second.headers['set-cookie']).toBeUndefined();
      expect(app().count(path)).toBe(2);
    });

    test.each([
      ['a header', '/data-1/', { RSC: '1' }],
      ['a query', '/data-2/?_rsc=1x2y', {}],
      ['prefetching', '/data-3/', { RSC: '1', 'Next-Router-Prefetch': '1' }],
    ])(
      'the framework’s data, asked for by %s, is neither stored nor mixed up',
      async (_name, path, headers) => {
        const page = path.replace(/\?.*/, '');
        await get(path, headers);
        expect(text(await get(page))).toContain('<!doctype html>');
        const data = await get(path, headers);
        if ('RSC' in headers) expect(text(data)).toMatch(/^flight/);
        expect(app().count(path)).toBe(path === page ? 3 : 2);
        expect(text(await get(page))).toContain('<!doctype html>');
      },
    );

    test.each(['/dashboard/', '/sign-in/', '/setup', '/api/x/', '/random/', '/search/?q=a'])(
      '%s goes to the app, cookies and all',
      async (path) => {
        await get(path, { Cookie: 'session=1' });
        await get(path, { Cookie: 'session=1' });
        expect(app().count(path)).toBe(2);
        expect(app().last(path)?.headers.cookie).toBe('session=1');
      },
    );

    test('a page is asked for without cookies, and not stored for whoever proves who he is', async () => {
      await get('/cookies/', { Cookie: 'session=1' });
      expect(app().last('/cookies/')?.headers.cookie).toBeUndefined();
      await get('/cookies/', { Authorization: 'Bearer x' });
      expect(app().last('/cookies/')?.headers.authorization).toBe('Bearer x');
      expect(app().count('/cookies/')).toBe(2);
    });

    test('what is sent arrives, with who sent it and where to', async () => {
      for (const body of ['one', 'two']) {
        await ask(port(), '/form/', { method: 'POST', body, headers: { Cookie: 'session=1' } });
        expect(app().last('/form/')).toMatchObject({ method: 'POST', body });
        expect(app().last('/form/')?.headers.cookie).toBe('session=1');
      }
      const headers = { Host: 'blog.example.org:8080' };
      await ask(port(), '/form/', { method: 'POST', headers });
      expect(app().last('/form/')?.headers).toMatchObject({
        host: 'blog.example.org:8080',
        'x-forwarded-host': 'blog.example.org:8080',
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-proto': 'http',
      });
    });
  });
});
