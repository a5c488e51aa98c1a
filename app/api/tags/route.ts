// `GET /api/tags/?q=`: the tags that an author may mean by what is typed.
import { actorOfRequest } from '@/lib/auth/route-actor';
import { suggestTags } from '@/lib/tags/suggestions';
import { withoutNul } from '@/lib/texts';

export async function GET(request: Request): Promise<Response> {
  const actor = await actorOfRequest(request, 'tag:create');
  if (actor instanceof Response) return actor;
  const text = new URL(request.url).searchParams.get('q') ?? '';
  const tags = await suggestTags(withoutNul(text));
  return Response.json({ tags }, { headers: { 'Cache-Control': 'private, no-store' } });
}
