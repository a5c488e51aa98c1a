// What proxy.ts does for `/search/`: one way to write each search, a limit to how many one client
// may ask, and the internal path of the page that answers.
import { type NextRequest, NextResponse } from 'next/server';
import { clientAddress, hasUncountedProxy } from '../client-address';
import { env } from '../env';
import { isSearchPath, urls } from '../urls';
import { internalSearchPath, isInternalSearchPath, searchOfInternalPath } from './internal-path';
import { SearchLimit } from './limit';
import { emptySearch, parseSearch, searchPath } from './query';

const readingMethods = ['GET', 'HEAD'];
const limit = new SearchLimit();

/** Whether a path is search's, as readers write it or as it is stored. */
export const isSearch = (pathname: string) =>
  isSearchPath(pathname) || isInternalSearchPath(pathname);

export function searchSide(request: NextRequest): Response {
  if (!readingMethods.includes(request.method))
    return new Response(null, { status: 405, headers: { Allow: readingMethods.join(', ') } });
  const { pathname, search, searchParams } = request.nextUrl;
  const moved = (path: string) => NextResponse.redirect(new URL(path, request.url), 301);
  if (isInternalSearchPath(pathname))
    return moved(searchPath(searchOfInternalPath(pathname)?.query ?? emptySearch));
  const parsed = parseSearch(searchParams);
  const isCanonical = pathname + search === searchPath(parsed.query);
  // What was left out has to be said, so such an address keeps its page.
  if (!isCanonical && parsed.ignored.length === 0) return moved(searchPath(parsed.query));
  if (pathname !== urls.search()) return moved(urls.search(searchParams));
  const path = internalSearchPath(parsed);
  if (path === null) return refusal(414, 'This search is too long.');
  const wait = waitOf(request);
  if (wait > 0)
    return refusal(429, 'You are searching faster than this site can follow.', {
      'Retry-After': String(wait),
    });
  return NextResponse.rewrite(new URL(path, request.url));
}

/** Seconds to wait. Clients that a proxy hides behind its own address are not told apart. */
function waitOf({ headers }: NextRequest): number {
  const { TRUSTED_PROXIES, isVercel } = env();
  const trust = { trustedProxies: TRUSTED_PROXIES, isPlatform: isVercel };
  if (hasUncountedProxy(headers, trust)) return 0;
  return limit.take(clientAddress(headers, trust));
}

const refusal = (status: number, sentence: string, headers: Record<string, string> = {}) =>
  new Response(`${sentence}\n`, {
    status,
    headers: {
      'Cache-Control': 'no-store',
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    },
  });
