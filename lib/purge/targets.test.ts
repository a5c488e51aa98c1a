// What goes over the wire, and how a refusal is told.
import { describe, expect, test } from 'vitest';
import { batchesByCount, condenseTags, headersByLength } from './batches';
import { cloudflareTarget } from './cloudflare-target';
import { openStandIn } from './fixture';
import { httpTarget } from './http-target';
import { describeFailure, type PurgeTarget } from './target';

const timeoutMs = 5000;
const many = (count: number) => Array.from({ length: count }, (_, index) => `post:${index}`);

async function failureOf(target: PurgeTarget): Promise<string> {
  return target.purge(['post:1']).then(() => 'none', describeFailure);
}

describe('batches', () => {
  test.each([
    ['few tags stay', ['stream', 'post:1'], ['stream', 'post:1']],
    ['the site’s tag stands for all', ['stream', 'site'], ['site']],
    ['so many that everything is cheaper', many(1001), ['site']],
    ['a tag that no header can hold', ['beats:a,b'], ['site']],
    ['a tag beyond ASCII', ['path:é'], ['site']],
    ['none', [], []],
  ])('%s', (_name, tags, sent) => {
    expect(condenseTags(tags)).toEqual(sent);
  });

  test('by count and by length lose nothing', () => {
    expect(batchesByCount(many(250), 100).map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(batchesByCount(many(250), 100).flat()).toEqual(many(250));
    const headers = headersByLength(many(900), 2000);
    expect(headers.join(',').split(',')).toEqual(many(900));
    expect(Math.max(...headers.map((header) => header.length))).toBeLessThanOrEqual(2000);
    expect(headers).toHaveLength(4);
  });
});

describe('a proxy that understands PURGE', () => {
  test('gets the tags in a header, several requests when they are many', async () => {
    const proxy = await openStandIn(() => ({ status: 204 }));
    await httpTarget({ url: `${proxy.url}/purge`, timeoutMs }).purge(many(300));
    expect(proxy.told.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'PURGE /purge',
      'PURGE /purge',
    ]);
    expect(proxy.headers().join(',').split(',')).toEqual(many(300));
  });

  test('credentials go into a header and nowhere else', async () => {
    const proxy = await openStandIn(() => ({ status: 200 }));
    const target = httpTarget({
      url: `${proxy.url.replace('//', '//ann:s%3Acret@')}/?key=k`,
      timeoutMs,
    });
    await target.purge(['site']);
    expect(proxy.told[0]?.headers.authorization).toBe(`Basic ${btoa('ann:s:cret')}`);
    expect(proxy.told[0]?.url).toBe('/?key=k');
    expect(target.name).toBe(`${proxy.url}/`);
  });

  test('a refusal, a redirect, silence and absence are failures without an address', async () => {
    const refusing = await openStandIn(() => ({ status: 403 }));
    expect(await failureOf(httpTarget({ url: refusing.url, timeoutMs }))).toBe('answered 403');
    const moved = await openStandIn(() => ({ status: 301 }));
    expect(await failureOf(httpTarget({ url: moved.url, timeoutMs }))).toBe('answered 301');
    const silent = await openStandIn(() => 'silence');
    expect(await failureOf(httpTarget({ url: silent.url, timeoutMs: 20 }))).toBe(
      'did not answer in time',
    );
    expect(await failureOf(httpTarget({ url: 'http://127.0.0.1:9', timeoutMs }))).toMatch(
      /^could not be reached \(/,
    );
  });
});

describe('Cloudflare', () => {
  const open = async (status: number, body: string) => {
    const cloudflare = await openStandIn(() => ({ status, body }));
    const target = cloudflareTarget({
      zoneId: 'zone1',
      token: 'token-1',
      timeoutMs,
      base: cloudflare.url,
    });
    return { cloudflare, target };
  };

  test('gets at most 100 tags a request, with the token', async () => {
    const { cloudflare, target } = await open(200, '{"success":true,"errors":[],"result":{}}');
    await target.purge(many(250));
    expect(cloudflare.told.map(({ method, url }) => `${method} ${url}`)).toEqual(
      Array(3).fill('POST /zones/zone1/purge_cache'),
    );
    expect(cloudflare.told[0]?.headers.authorization).toBe('Bearer token-1');
    expect(cloudflare.told.flatMap(({ body }) => JSON.parse(body).tags)).toEqual(many(250));
    expect(target.name).not.toContain('token');
  });

  test.each([
    ['a no inside a yes', 200, '{"success":false,"errors":[{"code":1012,"message":"No tags"}]}'],
    ['a no', 429, '{"success":false,"errors":[{"code":971,"message":"Slow down"}]}'],
    ['no answer of the API', 502, '<html>Bad gateway</html>'],
  ])('%s is a failure', async (_name, status, body) => {
    const { target } = await open(status, body);
    expect(await failureOf(target)).toMatch(new RegExp(`^answered ${status}`));
  });
});
