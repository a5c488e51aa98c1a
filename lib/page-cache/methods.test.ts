// That a stored route is not asked for by methods that do not read, and that nothing is stored then.
import { createRequire } from 'node:module';
import { expect, test, vi } from 'vitest';
import { keepModuleToReading } from './methods.mjs';
import { routeModule } from './route-modules.mjs';

const require = createRequire(import.meta.url);

const stored = { value: { kind: 'APP_ROUTE', status: 200 } };

async function answer(method: string, cacheKey: string | null) {
  const handleResponse = vi.fn(async (_: object) => stored);
  const module: { handleResponse: (question: object) => Promise<object | null> } = {
    handleResponse,
  };
  keepModuleToReading(module);
  const given = await module.handleResponse({ req: { method }, cacheKey });
  return { given, isAsked: handleResponse.mock.calls.length > 0 };
}

test.each([
  { method: 'GET', cacheKey: '/assets/a.js' },
  { method: 'HEAD', cacheKey: '/assets/a.js' },
  { method: 'POST', cacheKey: null },
  { method: 'OPTIONS', cacheKey: null },
])('$method of $cacheKey is answered by Next', async ({ method, cacheKey }) => {
  expect(await answer(method, cacheKey)).toEqual({ given: stored, isAsked: true });
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s of what is stored is refused',
  async (method) => {
    const { given, isAsked } = await answer(method, '/assets/a.js');
    expect(isAsked).toBe(false);
    expect(given).toMatchObject({ value: { status: 405, headers: { allow: 'GET, HEAD' } } });
    expect(given).not.toHaveProperty('cacheControl');
  },
);

test('Next asks its module for stored routes', () => {
  const [path, name] = routeModule;
  expect(require(path)[name].prototype.handleResponse).toBeTypeOf('function');
});
