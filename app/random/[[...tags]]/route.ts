// `/random/`, `/random/python/`, `/random/ai+python/`: some post, another one each time.
import { findRandomPost } from '@/lib/posts/random';
import { parseRandom } from '@/lib/route-urls';
import { getTagsByAnyName } from '@/lib/tags/by-any-name';
import { orUnavailable } from '@/lib/unavailable';
import { urls } from '@/lib/urls';

export const dynamic = 'force-dynamic';

const uncached = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' };

export async function GET(request: Request): Promise<Response> {
  const slugs = parseRandom(new URL(request.url).pathname);
  return slugs === null ? nothing() : orUnavailable(() => leadToPost(slugs));
}

async function leadToPost(slugs: string[]): Promise<Response> {
  const tags = await getTagsByAnyName(slugs);
  const post = tags && (await findRandomPost(tags));
  if (!post) return nothing();
  return new Response(null, { status: 302, headers: { ...uncached, Location: urls.post(post) } });
}

function nothing(): Response {
  return new Response('There is no such post.\n', { status: 404, headers: uncached });
}
