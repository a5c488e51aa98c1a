import { NextRequest } from 'next/server';
import { describe, expect, test } from 'vitest';
import { authorSide } from './proxy';

const ask = (path: string, headers: Record<string, string> = {}) =>
  authorSide(new NextRequest(`http://localhost:3000${path}`, { headers }));

/** What the page behind is told, as the framework passes it on. */
const told = (answer: Response, name: string) => answer.headers.get(`x-middleware-request-${name}`);

describe('the author’s side', () => {
  test('tells the page its address and its nonce, whatever the client says', async () => {
    const answer = await ask('/dashboard/posts/?status=draft', {
      'x-commonplace-path': '/elsewhere/',
      'x-commonplace-nonce': 'known',
    });
    expect(told(answer, 'x-commonplace-path')).toBe('/dashboard/posts/?status=draft');
    const nonce = told(answer, 'x-commonplace-nonce') ?? '';
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain(`'nonce-${nonce}'`);
    expect(told(answer, 'content-security-policy')).toBe(policy);
  });

  test.each([
    ['/dashboard', '/dashboard/'],
    ['/SETUP/aBc', '/setup/aBc/'],
    ['/dashboard//posts/?a=//b', '/dashboard/posts/?a=//b'],
  ])('leads %s to %s', async (path, target) => {
    const answer = await ask(path);
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toBe(`http://localhost:3000${target}`);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  test.each(['/api/autosave', '/api/autosave/'])('takes %s as it is', async (path) => {
    expect((await ask(path)).headers.get('x-middleware-next')).toBe('1');
  });

  test('vouches for pages of SITE_URL, which a proxy may hide', async () => {
    const asked = { host: '10.0.0.5:3000', 'x-forwarded-host': '10.0.0.5' };
    const own = await ask('/dashboard/', { ...asked, origin: 'http://localhost:3000' });
    expect(told(own, 'x-forwarded-host')).toBe('localhost:3000');
    for (const origin of ['https://example.org', 'null', 'http://localhost:3000.example.org']) {
      const other = await ask('/dashboard/', { ...asked, origin });
      expect(told(other, 'x-forwarded-host')).toBe('10.0.0.5');
    }
  });
});
