// What proxy.ts does for the author's side: one way to write each address, a policy of its own for
// each answer, and nothing for any cache or search engine to keep.
import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { env, isDevelopment } from '../env';
import { authorPolicy } from '../security-headers';
import { canonicalAuthorPath, isApiPath, nonceHeader, pathHeader } from './addresses';

/** GitHub is where the form of the sign-in leads. */
const githubOrigin = 'https://github.com';

export function authorSide(request: NextRequest): Response {
  const { pathname, search } = request.nextUrl;
  const canonical = canonicalAuthorPath(pathname);
  if (!isApiPath(pathname) && pathname !== canonical)
    return NextResponse.redirect(new URL(canonical + search, request.url), {
      status: 308,
      headers: unkept,
    });
  const nonce = randomBytes(16).toString('base64');
  const policy = authorPolicy(
    nonce,
    isDevelopment() ? 'development' : 'production',
    env().AUTH_GITHUB_ID === undefined ? [] : [githubOrigin],
    [env().S3_ENDPOINT ?? []].flat(),
  );
  const headers = new Headers(request.headers);
  headers.set(pathHeader, pathname + search);
  headers.set(nonceHeader, nonce);
  // The framework reads the nonce here and gives it to its own scripts.
  headers.set('content-security-policy', policy);
  vouchForOrigin(headers);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(unkept)) response.headers.set(name, value);
  return response;
}

const unkept = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' };

/**
 * The framework lets a page call actions only from the host that was asked, and behind a proxy
 * that may be another than the one in the browser's address bar: SITE_URL says which that is.
 */
function vouchForOrigin(headers: Headers): void {
  const { SITE_URL } = env();
  if (headers.get('origin') === SITE_URL) headers.set('x-forwarded-host', new URL(SITE_URL).host);
}
