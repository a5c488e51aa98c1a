// What crawlers are asked to leave alone (https://www.rfc-editor.org/rfc/rfc9309), and where the
// sitemap is.
import { env } from '@/lib/env';
import { routeUrls, uncrawled } from '@/lib/route-urls';
import { absolute } from '@/lib/urls';

// The address of the site is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

export function GET(): Response {
  const lines = [
    'User-agent: *',
    ...uncrawled.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${absolute(routeUrls.sitemap(), env().SITE_URL)}`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  });
}
