// `POST /api/media/fetch/`: brings a picture that lies elsewhere into the library
// (lib/media/fetch-remote.ts). Answered as an upload is.
import { fetchPicture } from '@/lib/media/fetch-remote';
import { answerUpload } from '@/lib/media/upload-answers';
import { pictureFetch, uploadRoute } from '@/lib/media/upload-route';

export const POST = uploadRoute(pictureFetch, async ({ url }, { actor, ...place }) =>
  answerUpload(await fetchPicture(url, { ...place, personId: actor.id })),
);
