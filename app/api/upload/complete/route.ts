// `POST /api/upload/complete/`: the browser has put a file into the bucket.
import { completeUpload } from '@/lib/media/direct';
import { answerUpload } from '@/lib/media/upload-answers';
import { directRoute, uploadId } from '@/lib/media/upload-route';

export const POST = directRoute(uploadId, async ({ uploadId }, { actor, storage, ...limits }) =>
  answerUpload(await completeUpload({ uploadId, personId: actor.id }, storage, limits)),
);
