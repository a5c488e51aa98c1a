// The headers that every page carries. Reading pages hold no script but ours, so the policy can
// be strict; where a platform leaves the framework's scripts in, it goes without `script-src`.
import { createHash } from 'node:crypto';
import { frameHosts } from './markdown/frames';
import { themeScript } from './theme-script';

type PageCache = 'own' | 'platform';

/** The Content-Security-Policy of reading pages (decisions.md 22). */
export function readingPolicy(pageCache: PageCache): string {
  const themeHash = createHash('sha256').update(themeScript).digest('base64');
  const frames = frameHosts.map((host) => `https://${host}`).join(' ');
  const scripts =
    pageCache === 'own'
      ? ["default-src 'self'", `script-src 'self' 'sha256-${themeHash}'`]
      : // Without `script-src` a browser falls back to `default-src`: what that covers is spelled out.
        ["connect-src 'self'", "font-src 'self'", "manifest-src 'self'", "worker-src 'self'"];
  return [
    ...scripts,
    "style-src 'self'",
    "img-src 'self' https: data:",
    "media-src 'self' https:",
    `frame-src ${frames}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer. */
export function securityHeaders(pageCache: PageCache) {
  return [
    { key: 'Content-Security-Policy', value: readingPolicy(pageCache) },
    { key: 'X-Content-Type-Options', value: 'nosniff' },
    { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
    { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
    { key: 'Speculation-Rules', value: '"/speculation.json"' },
  ];
}
