// Runs only for addresses that are not a reading page's canonical one: answers each with its one
// permanent redirect, or with a 404. And for requests that show by a header that they do not mean
// to read. The author's side passes through here as well, for its headers. The matchers must be
// constants; lib/proxy-matcher.test.ts holds them against lib/urls.ts.
import { type NextRequest, NextResponse } from 'next/server';
import { isAuthorPath } from '@/lib/auth/addresses';
import { authorSide } from '@/lib/auth/proxy';
import { env } from '@/lib/env';
import { extraParameter, internalPath, parseExtras, refuseExtras } from '@/lib/feeds/extras';
import { parseMediaPath } from '@/lib/media/addresses';
import { isFormerHost } from '@/lib/redirects/match';
import { resolveAddress } from '@/lib/redirects/resolve';
import { publicPath } from '@/lib/rewrites';
import { filePath, isFixedPath, parseRandom } from '@/lib/route-urls';
import { isSearch, searchSide } from '@/lib/search/proxy';
import { orUnavailable } from '@/lib/unavailable';
import { type Address, addressPath, parseAddress } from '@/lib/urls';

const readingMethods = ['GET', 'HEAD'];

export async function proxy(request: NextRequest): Promise<Response> {
  // A rewrite leads requests of former hosts to a route of their own.
  if (isFormerHost(request.headers.get('host') ?? '', env().FORMER_HOSTS))
    return NextResponse.next();
  const { pathname, searchParams } = request.nextUrl;
  if (isAuthorPath(pathname)) return orUnavailable(() => authorSide(request));
  if (isSearch(pathname)) return searchSide(request);
  const asked = publicPath(pathname) ?? pathname;
  const address = parseAddress(asked, searchParams);
  if (address?.page === 'feed' && request.method === 'OPTIONS') return letAnybodyRead();
  if (address && !readingMethods.includes(request.method))
    return new Response(null, { status: 405, headers: { Allow: readingMethods.join(', ') } });
  return orUnavailable(() => redirectOrMissing(request, asked, address));
}

/** Before it asks with `If-None-Match`, the browser of another site's page asks whether it may. */
function letAnybodyRead(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': readingMethods.join(', '),
      'Access-Control-Allow-Headers': 'If-None-Match, If-Modified-Since',
      'Access-Control-Max-Age': '86400',
    },
  });
}

/** JSON with what `?_extra=` asks for is answered by a route of its own for each combination. */
function withExtras(request: NextRequest, address: Address | null): Response {
  const written = request.nextUrl.searchParams.get(extraParameter);
  if (written === null || address?.page !== 'feed') return NextResponse.next();
  const asked = address.format === 'json' ? parseExtras(written) : null;
  if (asked === null) return refuseExtras();
  return NextResponse.rewrite(new URL(internalPath(address, asked), request.url));
}

async function redirectOrMissing(
  request: NextRequest,
  asked: string,
  address: Address | null,
): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  if (isFixedPath(asked)) return NextResponse.next();
  const file = filePath(asked);
  if (file !== null)
    return file === new URL(request.url).pathname
      ? NextResponse.next()
      : NextResponse.redirect(new URL(file, request.url), 301);
  // Of other scripts: what cannot be decoded the route would never see.
  if (parseRandom(asked) !== null || parseMediaPath(asked) !== null) return NextResponse.next();
  const target = await resolveAddress(asked, search);
  if (target === pathname + search) return withExtras(request, address);
  if (target !== null) return NextResponse.redirect(new URL(target, request.url), 301);
  // The page that is not there gives its own 404, with what lies near.
  const missing = address ? addressPath(address) : '/r/missing/page/';
  return NextResponse.rewrite(new URL(missing, request.url));
}

export const config = {
  matcher: [
    '/((?!$|page/(?:[2-9]|[1-9]\\d{1,2})/$|\\d{4}/(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/(?:page/(?:[2-9]|[1-9]\\d{1,2})/|(?:[1-9]|[12]\\d|3[01])(?:\\.json$|/(?:[A-Za-z0-9_-]{1,64}(?:/|\\.(?:json|md)$))?))?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\.json(?:/page/(?:[2-9]|[1-9]\\d{1,4})/|$))?$|feed\\.json$|(?:atom|json|rss)/(?:everything|entries|links|quotations|notes|beats(?:/(?!page/)[a-z0-9][a-z0-9_-]{0,63})?)/(?:page/(?:[2-9]|[1-9]\\d{1,4})/)?$|(?:entries|blogmarks|quotations|notes|elsewhere)/(?:page/(?:[2-9]|[1-9]\\d{1,2})/)?$|elsewhere/(?!page/)[a-z0-9][a-z0-9_-]{0,63}/(?:page/(?:[2-9]|[1-9]\\d{1,2})/)?$|tags/|series/(?:(?!page/)[a-z0-9_-]{1,64}(?:/(?:page/(?:[2-9]|[1-9]\\d{1,2})/)?|\\.(?:atom|json|rss)(?:/page/(?:[2-9]|[1-9]\\d{1,4})/)?))?$|about/$|_next/|assets/|icon\\.svg$|speculation\\.json$|random(?:/[A-Za-z0-9_+-]*)?/?$|(?:llms|robots)\\.txt$|cards/(?:site|[1-9]\\d{0,8})-[0-9a-f]{12}\\.png$|sitemap\\.xml$|sitemap/[a-z0-9-]+\\.xml$|healthz$|readyz$|api/upload/|media/[1-9]\\d{0,8}/(?:[0-9a-f]{10}(?:-\\d{2,5})?/)?(?:[^/%]|%[0-7][0-9A-F]|%(?:C[2-9A-F]|D[0-9A-F]|E(?:0%[AB]|[1-9A-CEF]%[89AB]|D%[89])[0-9A-F]|F(?:0%[9AB]|[1-3]%[89AB]|4%8)[0-9A-F]%[89AB][0-9A-F])%[89AB][0-9A-F])+$).*)',
    // Up to five tags of up to 64 characters: ASCII, other letters as Next decodes them before it
    // tries a second time, or well-formed UTF-8 in upper-case percent-encoding.
    '/tags/((?!(?:(?:[a-z0-9_-]|[^\\x00-\\xde]|%(?:C[2-9A-F]|D[0-9A-F]|E(?:0%[AB]|[1-9A-CEF]%[89AB]|D%[89])[0-9A-F]|F(?:0%[9AB]|[1-3]%[89AB]|4%8)[0-9A-F]%[89AB][0-9A-F])%[89AB][0-9A-F]){1,64}(?:\\+(?=[^/.])|(?=[/.]))){1,5}(?:/(?:page/(?:[2-9]|[1-9]\\d{1,2})/)?|\\.(?:atom|json|rss)(?:/page/(?:[2-9]|[1-9]\\d{1,4})/)?)$|$).*)',
    { source: '/(.*)', has: [{ type: 'query', key: 'page' }] },
    { source: '/(.*)', has: [{ type: 'query', key: '_extra' }] },
    // What passes here is kept in memory, and an upload would not fit: its route looks after itself.
    { source: '/((?!api/upload/).*)', has: [{ type: 'header', key: 'content-length' }] },
    { source: '/(.*)', has: [{ type: 'header', key: 'access-control-request-method' }] },
  ],
};
