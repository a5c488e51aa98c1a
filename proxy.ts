// Runs only for addresses that are not a reading page's canonical one: answers each with its one
// permanent redirect, or with the 404 page. The matcher must be a constant; lib/proxy-matcher.test.ts
// holds it against lib/urls.ts.
import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/env';
import { resolveAddress } from '@/lib/redirects/resolve';
import { publicPath } from '@/lib/rewrites';

export async function proxy(request: NextRequest): Promise<Response> {
  // A rewrite leads requests of former hosts to a route of their own.
  if (env().FORMER_HOSTS.includes(request.headers.get('host')?.toLowerCase() ?? ''))
    return NextResponse.next();
  const { pathname, search, searchParams } = request.nextUrl;
  const target = await resolveAddress(publicPath(pathname) ?? pathname, searchParams);
  if (target === null) return NextResponse.rewrite(new URL('/r/missing/page/', request.url));
  if (target === pathname + search) return NextResponse.next();
  return NextResponse.redirect(new URL(target, request.url), 301);
}

export const config = {
  matcher: [
    '/((?!$|page/(?:[2-9]|[1-9]\\d{1,2})/$|\\d{4}/(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/(?:page/(?:[2-9]|[1-9]\\d{1,2})/|(?:[1-9]|[12]\\d|3[01])/(?:[A-Za-z0-9_-]{1,64}/)?)?)?$|(?:entries|blogmarks|quotations|notes|elsewhere)/(?:page/(?:[2-9]|[1-9]\\d{1,2})/)?$|elsewhere/(?!page/)[a-z0-9][a-z0-9_-]{0,63}/(?:page/(?:[2-9]|[1-9]\\d{1,2})/)?$|tags/(?:(?:[a-z0-9_-]|%[89A-F][0-9A-F])+(?:\\+(?:[a-z0-9_-]|%[89A-F][0-9A-F])+)*/(?:page/(?:[2-9]|[1-9]\\d{1,2})/)?)?$|series/(?:(?!page/)[a-z0-9_-]{1,64}/(?:page/(?:[2-9]|[1-9]\\d{1,2})/)?)?$|about/$|_next/|assets/|icon\\.svg$|speculation\\.json$|healthz$|readyz$).*)',
    { source: '/:path*', has: [{ type: 'query', key: 'page' }] },
  ],
};
