// `POST /api/upload/start/`: an address in the bucket where the browser may put a file.
import { startUpload } from '@/lib/media/direct';
import { mayReplace } from '@/lib/media/owner';
import { directRoute, uploadStart } from '@/lib/media/upload-route';

export const POST = directRoute(uploadStart, async (input, { actor, storage, ...limits }) => {
  if (input.replacesId !== null) await mayReplace(input.replacesId, actor, limits.db);
  const started = await startUpload({ ...input, personId: actor.id }, storage.direct, limits);
  return Response.json(started, { headers: { 'Cache-Control': 'private, no-store' } });
});
