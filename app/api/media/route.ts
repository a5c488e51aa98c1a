// `GET /api/media/?q=&kind=&page=`: files of the library to choose from (lib/media/upload-answers.ts).
import { actorOfRequest } from '@/lib/auth/route-actor';
import { readMediaFilter } from '@/lib/media/filter';
import { listMedia } from '@/lib/media/queries';
import { type MediaChoices, toChoice } from '@/lib/media/upload-answers';
import { orUnavailable } from '@/lib/unavailable';

export async function GET(request: Request): Promise<Response> {
  const actor = await actorOfRequest(request, 'media:create');
  if (actor instanceof Response) return actor;
  return orUnavailable(async () => {
    const filter = readMediaFilter(Object.fromEntries(new URL(request.url).searchParams));
    const { files, page, pages } = await listMedia({ ...filter, isBin: false });
    const answer: MediaChoices = { files: files.map(toChoice), page, pages };
    return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
  });
}
