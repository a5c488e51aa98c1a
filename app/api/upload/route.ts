// `PUT /api/upload/?name=…`: one file, its bytes as the body (lib/media/upload-answers.ts). With
// `replaces=ID` it takes the place of another. Past proxy.ts, which would keep bodies in memory.
import { actorOfRequest } from '@/lib/auth/route-actor';
import { expireTags } from '@/lib/cache';
import { database } from '@/lib/db/client';
import { collectTouched } from '@/lib/db/page-changes';
import { bytesOf, refusals } from '@/lib/media/accept';
import { mayReplace, readReplacesId } from '@/lib/media/owner';
import { receive } from '@/lib/media/receive';
import { mediaStorage, noStorage } from '@/lib/media/storage';
import { sweepSometimes } from '@/lib/media/sweep';
import { takeIn } from '@/lib/media/take-in';
import { answering, answerUpload, refuseUpload } from '@/lib/media/upload-answers';
import { getSettings } from '@/lib/settings/queries';

export async function PUT(request: Request): Promise<Response> {
  const actor = await actorOfRequest(request, 'media:create');
  if (actor instanceof Response) return actor;
  const storage = mediaStorage();
  if (storage === null) return refuseUpload(noStorage);
  return answering(async () => {
    const { searchParams } = new URL(request.url);
    const replacesId = readReplacesId(searchParams.get('replaces'));
    if (replacesId !== null) await mayReplace(replacesId, actor, database());
    const mostBytes = bytesOf((await getSettings()).uploadLimit);
    const announced = Number(request.headers.get('content-length') ?? 0);
    if (announced > mostBytes) return refuseUpload(refusals.tooLarge(announced, mostBytes), 413);
    sweepSometimes(storage, database());
    const { incoming } = storage;
    return receive(request.body, { incoming, mostBytes }, async (received) => {
      const { file } = received;
      if (file === null) throw new Error('A file was received and not kept.');
      const { result, touched } = await collectTouched(() =>
        takeIn({
          received,
          givenName: searchParams.get('name') ?? '',
          replacesId,
          personId: actor.id,
          place: (key, as) => storage.put(key, file, as),
          storage,
          db: database(),
        }),
      );
      await expireTags(touched);
      return answerUpload(result);
    });
  });
}
