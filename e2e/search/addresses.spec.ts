// The addresses of searches: one each, whatever is asked for, and never an error of ours.
import { ask } from '../ask';
import { expect, test } from '../fixtures';
import { ownWord } from '../posts';

test.describe('one permanent redirect to', () => {
  for (const [asked, canonical] of [
    ['/search', '/search/'],
    ['/Search/', '/search/'],
    ['/search/?q=', '/search/'],
    ['/search?q=python', '/search/?q=python'],
    ['/search/?q=+python++', '/search/?q=python'],
    ['/search/?type=note&q=a%20b', '/search/?q=a+b&type=note'],
    ['/search/?tag=Python&tag=ai&page=1', '/search/?tag=ai&tag=python'],
    ['/search/?q=x&utm_source=feed', '/search/?q=x'],
    ['/r/search/cT1weXRob25-/', '/search/?q=python'],
    ['/r/search/nonsense/', '/search/'],
  ])
    test(`${canonical} from ${asked}`, async ({ site }) => {
      const answer = await ask(site.baseUrl, asked ?? '');
      expect(answer.status).toBe(301);
      expect(answer.locations).toBe(1);
      expect(new URL(answer.location ?? '', site.baseUrl).href).toBe(site.baseUrl + canonical);
    });
});

const texts = [
  '%00',
  '%',
  '%E0%A4%A',
  '%FF%FE',
  "'%22%3B--",
  '%22%22%22',
  'a+%26+%7C+!+(+)+%3C-%3E+:*',
  '%5C%5C%27',
  '-',
  'or+or+or',
  'from:9999-12-31+to:0001-01-01',
  '%F0%9F%92%A9',
  '%E2%80%AE',
  'x'.repeat(10_000),
  '%22'.repeat(3000),
];

for (const text of texts)
  test(`a search for ${text.slice(0, 30)} (${text.length}) is answered`, async ({ site }) => {
    for (const params of [
      `q=${text}`,
      `q=a&tag=${text}`,
      `type=${text}&year=${text}&month=${text}`,
    ]) {
      const answer = await ask(site.baseUrl, `/search/?${params}`);
      // 431: more than Node takes in of a request.
      expect([200, 301, 400, 404, 414, 431], params.slice(0, 60)).toContain(answer.status);
    }
  });

test('pages past the end are not there', async ({ site }) => {
  for (const page of ['2', '201', '999999']) {
    const answer = await ask(site.baseUrl, `/search/?q=zqliveentry&page=${page}`);
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('Nothing here');
  }
});

test('only reading is allowed', async ({ site }) => {
  const answer = await ask(site.baseUrl, '/search/', {
    method: 'POST',
    headers: { 'content-length': '0' },
  });
  expect(answer.status).toBe(405);
});

test('a search is kept for a minute, in memory', async ({ request, site }) => {
  test.skip(site.pageCache === 'platform', 'The platform keeps pages in its own way.');
  const path = `/search/?q=${ownWord()}`;
  const first = await request.get(path);
  expect(first.headers()['cache-control']).toMatch(/^s-maxage=60, /);
  const second = await request.get(path);
  expect(second.headers()['x-nextjs-cache']).toBe('HIT');
  expect(await second.text()).toBe(await first.text());
});
