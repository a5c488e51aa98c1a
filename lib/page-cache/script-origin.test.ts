// The policy of a page that carries a script of another origin, and that the pinned Next still
// answers in the way that this rests on.
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { readingPolicy } from '../security-headers';
import { routeModules } from './route-modules.mjs';
import { widenModule, widenPolicy } from './script-origin.mjs';

const require = createRequire(import.meta.url);
const origin = 'https://stats.example.org';

test('the origin may run scripts and be told things', () => {
  const policy = readingPolicy('own', 'production');
  const wide = widenPolicy(policy, origin);
  const scripts = policy.match(/script-src [^;]+/)?.[0];
  expect(wide).toBe(
    `${policy.replace(`${scripts}`, `${scripts} ${origin}`)}; connect-src 'self' ${origin}`,
  );
});

test('where scripts are free it is told things', () => {
  const policy = readingPolicy('platform', 'production');
  expect(widenPolicy(policy, origin)).toBe(
    policy.replace("connect-src 'self'", `connect-src 'self' ${origin}`),
  );
});

/** One answer by a module whose pages have these headers. */
async function answer(headers: Record<string, string | undefined> | undefined) {
  const policy = readingPolicy('own', 'production');
  const response = {
    policy,
    getHeader: () => response.policy,
    setHeader: (_: string, value: string) => {
      response.policy = value;
    },
  };
  const module = {
    prepare: async (..._: unknown[]) => ({}),
    handleResponse: async (_: { req: object }) => ({ value: { headers } }),
  };
  widenModule(module);
  const req = {};
  await module.prepare.call(module, req, response, {});
  await module.handleResponse({ req });
  return { before: policy, after: response.policy };
}

test('a page that names no script has the policy as it is, byte for byte', async () => {
  for (const headers of [undefined, {}, { 'x-next-cache-tags': 'site,settings,post:1' }]) {
    const { before, after } = await answer(headers);
    expect(after).toBe(before);
  }
});

test('a page that names one has the wider policy', async () => {
  const { before, after } = await answer({
    'x-next-cache-tags': `site,script-origin:${origin},settings`,
  });
  expect(after).toBe(widenPolicy(before, origin));
});

test('Next’s modules have what is stood before', () => {
  for (const [path, name] of routeModules) {
    const { prepare, handleResponse, getResponseCache } = require(path)[name].prototype;
    expect([typeof prepare, typeof handleResponse, typeof getResponseCache]).toEqual([
      'function',
      'function',
      'function',
    ]);
    expect(prepare.length).toBeGreaterThanOrEqual(2);
  }
});
