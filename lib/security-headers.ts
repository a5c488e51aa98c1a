// The headers that every page carries. Reading pages hold no script but ours, so the policy can
// be strict; where a platform leaves the framework's scripts in, it goes without `script-src`.
import { createHash } from 'node:crypto';
import { frameHosts } from './markdown/frames';
import { themeScript } from './theme-script';

type PageCache = 'own' | 'platform';

/** `development` is `npm run dev`, whose pages carry the framework's tools. */
export type Mode = 'production' | 'development';

/** Live reload comes by WebSocket and runs what it is sent. A hash would switch inline scripts off. */
const forDevelopment = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "connect-src 'self' ws: wss: http: https:",
];

const hashOfThemeScript = `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`;

/** The Content-Security-Policy of reading pages (decisions.md 22). */
export function readingPolicy(pageCache: PageCache, mode: Mode): string {
  const frames = frameHosts.map((host) => `https://${host}`).join(' ');
  // Without `script-src` a browser falls back to `default-src`: what that covers is spelled out.
  const own =
    pageCache === 'own'
      ? ["default-src 'self'", `script-src 'self' ${hashOfThemeScript}`]
      : ["connect-src 'self'", "font-src 'self'", "manifest-src 'self'", "worker-src 'self'"];
  return [
    ...(mode === 'development' ? forDevelopment : own),
    mode === 'development' ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' https: data:",
    "media-src 'self' https:",
    `frame-src ${frames}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The Content-Security-Policy of the author's side, where the framework's scripts run: those of
 * this very answer are known by a word that nobody can guess.
 * @param formTargets origins to which a form may lead besides this one
 * @param uploadTargets origins to which files may be sent besides this one
 */
export function authorPolicy(
  nonce: string,
  mode: Mode,
  formTargets: string[] = [],
  uploadTargets: string[] = [],
): string {
  const frames = frameHosts.map((host) => `https://${host}`).join(' ');
  const own = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' ${hashOfThemeScript}`,
    // The editor writes its style sheet into the page; React writes no style but attributes.
    `style-src 'self' 'nonce-${nonce}'`,
    ...(uploadTargets.length > 0 ? [`connect-src 'self' ${uploadTargets.join(' ')}`] : []),
  ];
  return [
    ...(mode === 'development' ? [...forDevelopment, "style-src 'self' 'unsafe-inline'"] : own),
    "img-src 'self' https: data: blob:",
    "media-src 'self' https: blob:",
    `frame-src 'self' ${frames}`,
    "object-src 'none'",
    "base-uri 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'self'",
  ].join('; ');
}

/** The policy of reading pages as a header. */
export function readingPolicyHeader(pageCache: PageCache, mode: Mode) {
  return { key: 'Content-Security-Policy', value: readingPolicy(pageCache, mode) };
}

/** Headers of every answer. Search engines leave out what only a few are to look at. */
export function securityHeaders(isPreview: boolean) {
  return [
    ...(isPreview ? [{ key: 'X-Robots-Tag', value: 'noindex' }] : []),
    { key: 'X-Content-Type-Options', value: 'nosniff' },
    { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
    { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
    { key: 'Speculation-Rules', value: '"/speculation.json"' },
  ];
}
