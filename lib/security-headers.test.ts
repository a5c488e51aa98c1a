import { describe, expect, test } from 'vitest';
import { readingPolicy } from './security-headers';

const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.startsWith(`${name} `));

describe('the policy of reading pages', () => {
  test('knows our scripts alone', () => {
    const policy = readingPolicy('own', 'production');
    expect(directive(policy, 'default-src')).toBe("default-src 'self'");
    expect(directive(policy, 'script-src')).toMatch(/^script-src 'self' 'sha256-[\w+/]{43}='$/);
    expect(directive(policy, 'style-src')).toBe("style-src 'self'");
    expect(directive(policy, 'connect-src')).toBeUndefined();
  });

  test('leaves scripts out where the framework needs its own', () => {
    const policy = readingPolicy('platform', 'production');
    expect(directive(policy, 'script-src')).toBeUndefined();
    expect(directive(policy, 'default-src')).toBeUndefined();
    expect(directive(policy, 'connect-src')).toBe("connect-src 'self'");
  });

  test.each(['own', 'platform'] as const)(
    'lets nothing unsafe into production (%s)',
    (pageCache) => {
      expect(readingPolicy(pageCache, 'production')).not.toMatch(/unsafe|ws:/);
    },
  );

  test.each(['own', 'platform'] as const)(
    'lets live reload work in development (%s)',
    (pageCache) => {
      const policy = readingPolicy(pageCache, 'development');
      expect(directive(policy, 'script-src')).toBe(
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
      );
      expect(directive(policy, 'connect-src')).toBe("connect-src 'self' ws: wss: http: https:");
      expect(directive(policy, 'object-src')).toBe("object-src 'none'");
      expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'none'");
    },
  );
});
