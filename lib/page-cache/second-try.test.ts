import { afterEach, expect, test, vi } from 'vitest';
import { secondTryOf } from './second-try.mjs';
import { pageCacheState } from './state.mjs';

afterEach(() => {
  vi.restoreAllMocks();
});

type Response = { statusCode: number };
type Page = { prerender(request: object, response: Response, context: object): Promise<object> };

/** A page that fails so often, as Next has it: the response gets a status, the error is given back. */
function pageThatFails(times: number) {
  const prerender = vi.fn(async (_request: object, response: Response): Promise<object> => {
    if (prerender.mock.calls.length > times) return { metadata: {} };
    response.statusCode = 500;
    return { error: new Error('broken') };
  });
  const page: Page = { prerender };
  secondTryOf(page);
  return { page, prerender };
}

test.each([
  {
    name: 'a page that is well is rendered once',
    fails: 0,
    isDown: false,
    renders: 1,
    status: 200,
  },
  { name: 'one that failed once is well', fails: 1, isDown: false, renders: 2, status: 200 },
  { name: 'one that fails again has failed', fails: 2, isDown: false, renders: 2, status: 500 },
  { name: 'without a database there is no use', fails: 1, isDown: true, renders: 1, status: 500 },
])('$name', async ({ fails, isDown, renders, status }) => {
  const { invalidations } = pageCacheState();
  vi.spyOn(invalidations, 'ask').mockResolvedValue(undefined);
  vi.spyOn(invalidations, 'isDown', 'get').mockReturnValue(isDown);
  const { page, prerender } = pageThatFails(fails);
  const response = { statusCode: 200 };
  const rendered = await page.prerender({}, response, {});
  expect(prerender).toHaveBeenCalledTimes(renders);
  expect(response.statusCode).toBe(status);
  expect('error' in rendered).toBe(status === 500);
});
