// Every request with a former host: the redirect that its table rows name, else the same path here.
import { cacheTags } from '@/lib/cache-tags';
import { env } from '@/lib/env';
import { resolveFormerHost } from '@/lib/redirects/resolve';
import { orUnavailable } from '@/lib/unavailable';
import { absolute } from '@/lib/urls';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const host = request.headers.get('host')?.toLowerCase() ?? '';
  return orUnavailable(async () => {
    const target = await resolveFormerHost(host, pathname, search);
    return new Response(null, {
      status: 301,
      headers: {
        Location: absolute(target, env().SITE_URL),
        'Cache-Control': 'public, s-maxage=86400',
        'Cache-Tag': [cacheTags.site, cacheTags.redirects].join(),
      },
    });
  });
}
