// `POST /api/upload/cancel/`: the browser will not finish an upload to the bucket.
import { cancelUpload } from '@/lib/media/direct';
import { directRoute, uploadId } from '@/lib/media/upload-route';

export const POST = directRoute(uploadId, async ({ uploadId }, { actor, storage, db }) => {
  await cancelUpload({ uploadId, personId: actor.id }, storage, db);
  return new Response(null, { status: 204 });
});
