// `POST /api/media/describe/`: what a picture shows, as it is asked for when it has come. Not an
// action: the page that asks, an editor above all, is not made anew by it.
import { withFile } from '@/lib/media/action-answers';
import { altInput } from '@/lib/media/input';
import { uploadRoute } from '@/lib/media/upload-route';
import { describeMedia } from '@/lib/media/write';

export const POST = uploadRoute(altInput, async ({ mediaId, alt }, { actor, db }) => {
  const state = await withFile(mediaId, actor, async () => {
    await describeMedia(mediaId, { alt }, db);
    return { status: 'ok', message: 'Saved.', data: null };
  });
  return Response.json(state, { headers: { 'Cache-Control': 'private, no-store' } });
});
