// What is asked for in vain: a plain 404 that helps, a 405, and never an error of ours.
import { ask } from '../ask';
import { expect, test } from '../fixtures';

test.use({ apart: 'untouched' });

const entry = '/2026/Jan/15/live-entry/';

const nowhere = [
  '/nowhere/',
  '/wp-login.php',
  '/.env',
  '/0000/',
  '/1999/',
  '/9999/',
  '/2026/Foo/',
  '/2026/Feb/',
  '/2026/Feb/30/',
  '/2026/Jan/1/',
  '/2026/Jan/32/',
  '/2026/Jan/15/nothing-here/',
  '/2026/Jan/15/live-entry/more/',
  '/page/0/',
  '/page/99/',
  '/page/101/',
  '/page/99999999999999999999/',
  '/notes/page/50/',
  '/notes/page/201/',
  '/2026/Jan/page/9/',
  '/elsewhere/nothing/',
  '/elsewhere/constructor/',
  '/tags/nothing/',
  '/tags/constructor/',
  '/tags/__proto__/',
  '/tags/constructor+matrix/',
  '/tags/matrix+nothing/',
  '/tags/filler+matrix/',
  '/tags/a+b+c+d+e+f/',
  '/tags/matrix/page/2/',
  '/series/nothing/',
  '/about/us/',
  '/r/',
  '/r/nothing/',
  '/former-host/',
  '/e/',
  '/e/0/',
  '/e/999999/',
  '/e/99999999999/',
  '/e/1/more/',
  '/x/1/',
  '/%00/',
  '/tags/%00/',
  '/%E0%A4%A/',
  '/tags/%E0%A4%A/',
  '/tags/%FF/',
  '/tags/%C0%80/',
  '/tags/matrix+%FF/',
  '/tags/%C3%A9%FF/',
  '/tags/%ED%A0%80/',
  '/tags/%F4%90%80%80/',
  '/tags/%E0%A4/page/2/',
  `/tags/${'a'.repeat(63)}𐀀/`,
  `/tags/${Array.from({ length: 200 }, (_, index) => `tag-${index}`).join('+')}/`,
  // Neither canonical nor there: no redirect first.
  '/2026/jan/28',
  '/2026/jan/28/x',
  '/elsewhere/nonsense',
  '/series/nope',
  '/tags/Constructor',
  '/tags/nonexistent-xyz',
  `/tags/${'a'.repeat(300)}/`,
  '/notes/?page=50',
  '/%25%25%25%25/',
  `/${'a'.repeat(4000)}/`,
  `/2026/Jan/15/${'a'.repeat(65)}/`,
  '/2026/Jan/15/a%2Fb/',
  '/..%2f..%2fetc/passwd',
  '/<script>alert(1)</script>/',
  '/日本語/',
];

const shortened = (path: string) =>
  path.length <= 60 ? path : `${path.slice(0, 40)}… (${path.length})`;

for (const path of nowhere)
  test(`${shortened(path)} is a plain 404`, async ({ site }) => {
    const answer = await ask(site.baseUrl, encodeURI(path).replaceAll('%25', '%'));
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('alert(1)');
    if (answer.status === 404 && site.pageCache === 'own')
      expect(answer.body).toContain('Nothing here');
  });

test('a 404 says in its title that it is one', async ({ page }) => {
  for (const path of ['/2026/Feb/30/', '/notes/page/201/', '/2026/Jan/page/201/']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page, path).toHaveTitle(/^Not found — /);
  }
});

test('a file is there whatever header or query comes with the request', async ({ site }) => {
  for (const path of ['/healthz', '/readyz', '/robots.txt', '/icon.svg', '/robots.txt?page=1']) {
    const answer = await ask(site.baseUrl, path, { headers: { 'content-length': '0' } });
    expect([path, answer.status]).toEqual([path, 200]);
  }
});

test('a 404 offers what lies near', async ({ site }) => {
  const day = await ask(site.baseUrl, '/2026/Jan/14/');
  expect(day.body).toContain('Monday, 29th December 2025'.replace('Monday, 29th', 'Sunday, 28th'));
  expect(day.body).toContain('Thursday, 15th January 2026');
  expect((await ask(site.baseUrl, '/2026/jan/14')).body).toBe(day.body);
  const intersection = await ask(site.baseUrl, '/tags/filler+matrix/');
  expect(intersection.body).toContain('href="/tags/filler/"');
  expect(intersection.body).toContain('href="/tags/matrix/"');
});

for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
  test(`${method} is no error of ours`, async ({ site }) => {
    for (const path of ['/', entry, '/tags/', '/nowhere/', '/2026', '/assets/none.js'])
      expect((await ask(site.baseUrl, path, { method })).status, `${method} ${path}`).toBeLessThan(
        500,
      );
  });

const unread: { method: string; headers: Record<string, string> }[] = [
  { method: 'POST', headers: { 'content-length': '0' } },
  { method: 'PUT', headers: { 'content-length': '0' } },
  { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } },
];

for (const { method, headers } of unread)
  test(`${method} is not allowed on a reading page`, async ({ site }) => {
    for (const path of ['/', entry, '/tags/', '/2026']) {
      const answer = await ask(site.baseUrl, path, { method, headers });
      expect(answer.status, path).toBe(405);
      expect(answer.allow).toBe('GET, HEAD');
    }
  });

test('no other method takes the place of a stored file', async ({ site }) => {
  const file = '/assets/never-asked-before.js';
  for (const method of ['OPTIONS', 'DELETE', 'PATCH', 'POST', 'PUT']) {
    const answer = await ask(site.baseUrl, file, { method });
    expect([404, 405], method).toContain(answer.status);
    const read = await ask(site.baseUrl, file);
    expect(read).toMatchObject({ status: 404, body: 'There is no such file.\n' });
  }
});

test('odd queries change nothing', async ({ site }) => {
  for (const query of ['?', '?a=1&a=2', '?%', '?%00', '?_rsc=abc', `?x=${'y'.repeat(5000)}`])
    expect((await ask(site.baseUrl, `${entry}${query}`)).status, query.slice(0, 20)).toBe(200);
});
