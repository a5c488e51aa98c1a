// `GET /api/publish-due/`: makes the scheduled posts whose time has come public and takes in the
// words of new ones, for platforms where no process of ours runs all the time (decisions.md 27).
import { knowsSecret } from '@/lib/bearer';
import { expireTags } from '@/lib/cache';
import { database } from '@/lib/db/client';
import { collectTouched } from '@/lib/db/page-changes';
import { env } from '@/lib/env';
import { logger } from '@/lib/log';
import { publishDuePosts } from '@/lib/posts/change';
import { takeInWords } from '@/lib/search/words';
import { orUnavailable } from '@/lib/unavailable';

/** Platforms end what takes long. */
const longestForWordsMs = 2000;

export async function GET(request: Request): Promise<Response> {
  if (!knowsSecret(request.headers, env().CRON_SECRET))
    return Response.json({ error: 'unauthorised' }, { status: 401 });
  return orUnavailable(async () => {
    const { result, touched } = await collectTouched(() => publishDuePosts(database()));
    await expireTags(touched);
    if (result.length > 0) logger.info({ posts: result }, 'Scheduled posts are published.');
    await takeInWords(database(), longestForWordsMs);
    return Response.json({ published: result });
  });
}
