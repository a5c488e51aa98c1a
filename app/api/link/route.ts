// `GET /api/link/?url=&except=`: what is known of a page that an author is about to link to
// (lib/posts/editing.ts).
import { listDuplicates } from '@/lib/links/duplicates';
import { fetchTitle } from '@/lib/links/fetch-title';
import { withoutTracking } from '@/lib/links/own-form';
import type { LinkAnswer } from '@/lib/posts/editing';
import { linkInput } from '@/lib/posts/editing-input';
import { queryRoute } from '@/lib/posts/editor-route';
import { typistOf } from '@/lib/posts/typist';

export const GET = queryRoute(linkInput, async ({ url, except }, actor) => {
  const { onlyOf } = typistOf(actor);
  const [found, duplicates] = await Promise.all([
    fetchTitle(url),
    listDuplicates(url, { except, onlyOf }),
  ]);
  const answer: LinkAnswer = {
    title: 'title' in found ? found.title : null,
    reason: 'reason' in found ? found.reason : null,
    url: withoutTracking(url),
    duplicates,
  };
  return Response.json(answer);
});
