// `/cards/12-0123456789ab.png`: the picture by which others show a post, made once and kept.
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { cardOf, cardPath } from '@/lib/cards/card';
import { drawCard } from '@/lib/cards/draw';
import { inTurn } from '@/lib/media/queue';
import { getPostById } from '@/lib/posts/page-queries';
import { parseCardFile } from '@/lib/route-urls';
import { getSite } from '@/lib/site';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Context = { params: Promise<{ file: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const name = parseCardFile((await params).file);
  const { postId } = name ?? { postId: null };
  const [site, post] = await Promise.all([getSite(), postId === null ? null : getPostById(postId)]);
  await cachePage({ tags: postId === null ? [] : [cacheTags.post(postId)], seconds: lives.long });
  if (name === null || (postId !== null && post === null))
    return new Response('There is no such card.\n', { status: 404 });
  const card = cardOf(post, site);
  const path = cardPath(postId, card);
  // Somebody may keep a page that names the card from before a change.
  if (!path.includes(name.hash)) return leadTo(path);
  // One after the other: whoever asks for many waits for them, and nobody else does.
  const png = await inTurn(() => drawCard(card));
  return new Response(new Uint8Array(png), {
    headers: {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
}

const leadTo = (path: string) =>
  new Response(null, { status: 307, headers: { Location: path, 'Cache-Control': 'no-cache' } });
