// What proxy.ts does for the author's side: one way to write each address, a policy of its own for
// each answer, and nothing for any cache or search engine to keep. A form of somebody who is signed
// out goes where its text is shown again.
import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { dashboardUrls } from '../dashboard-urls';
import { env, isDevelopment } from '../env';
import { authorPolicy } from '../security-headers';
import { canonicalAuthorPath, isApiPath, nonceHeader, pathHeader } from './addresses';
import { isPlainForm } from './plain-form';
import { findActorByToken } from './sessions';
import { cookieName } from './token';

/** GitHub is where the form of the sign-in leads. */
const githubOrigin = 'https://github.com';

export async function authorSide(request: NextRequest): Promise<Response> {
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
  const response = (await isFormOfNobody(request))
    ? NextResponse.rewrite(new URL(dashboardUrls.signedOut(), request.url), {
        request: { headers },
      })
    : NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(unkept)) response.headers.set(name, value);
  return response;
}

/** With a script the page stays, and so does what is typed in it: only a form of its own is lost. */
async function isFormOfNobody(request: NextRequest): Promise<boolean> {
  if (!isPlainForm(request.method, request.nextUrl.pathname, request.headers)) return false;
  const token = request.cookies.get(cookieName(env().SITE_URL))?.value;
  return (await findActorByToken(token)) === null;
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
