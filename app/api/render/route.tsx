// `POST /api/render/`: a form as its post's page would show it (lib/posts/editing.ts), by the very
// components of that page.
import { PostSpread } from '@/components/post/post-spread';
import { can } from '@/lib/auth/permissions';
import { database } from '@/lib/db/client';
import type { RenderAnswer } from '@/lib/posts/editing';
import { renderInput } from '@/lib/posts/editing-input';
import { fail, jsonRoute } from '@/lib/posts/editor-route';
import { getPostOwner } from '@/lib/posts/owner';
import { getPreview } from '@/lib/posts/preview';
import { getSite } from '@/lib/site';

export const POST = jsonRoute(renderInput, async (request, actor) => {
  const owner = request.postId === null ? null : await getPostOwner(request.postId, database());
  if (owner !== null && !can(actor, 'post:edit', owner)) return fail('forbidden');
  const [site, { post, around, wordCount, removed }] = await Promise.all([
    getSite(),
    getPreview(request),
  ]);
  // Not above: the framework refuses it in modules of the server's side.
  const { renderToStaticMarkup } = await import('react-dom/server');
  const answer: RenderAnswer = {
    html: renderToStaticMarkup(<PostSpread post={post} site={site} around={around} />),
    lang: post.lang ?? site.settings.language,
    title: post.displayTitle,
    wordCount,
    removed,
  };
  return Response.json(answer);
});
