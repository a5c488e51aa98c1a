// The frame of the routes for uploads that take JSON: who, is there a storage, is it valid, do it.
import { z } from 'zod';
import type { Actor } from '../auth/actor';
import { actorOfRequest } from '../auth/route-actor';
import { expireTags } from '../cache';
import { type Database, database } from '../db/client';
import { collectTouched } from '../db/page-changes';
import { rowId } from '../input';
import { readBody } from '../request-body';
import { getSettings } from '../settings/queries';
import { withoutNul } from '../texts';
import { bytesOf } from './accept';
import type { DirectUploads, Storage } from './storage';
import { mediaStorage, noStorage } from './storage';
import { sweepSometimes } from './sweep';
import { answering, refuseUpload } from './upload-answers';

const mostRequestBytes = 10_000;

export const uploadStart = z.object({
  name: z.string().max(1000).transform(withoutNul),
  size: z.int().min(0),
  replacesId: rowId.nullable(),
});

export const uploadId = z.object({ uploadId: z.uuid() });

export const pictureFetch = z.object({ url: z.string().trim().min(1).max(4000) });

type UploadContext = { actor: Actor; storage: Storage; db: Database; mostBytes: number };
export type DirectContext = UploadContext & { storage: { direct: DirectUploads } };

type Route = (request: Request) => Promise<Response>;
type Work<Schema extends z.ZodType, Context> = (
  input: z.output<Schema>,
  context: Context,
) => Promise<Response>;

/** A route that takes JSON and works with the bucket. */
export function directRoute<Schema extends z.ZodType>(
  schema: Schema,
  work: Work<Schema, DirectContext>,
): Route {
  return uploadRoute(schema, async (input, { storage, ...context }) => {
    const { direct } = storage;
    if (direct === null) return refuseUpload('Files are uploaded through this server.', 404);
    return work(input, { ...context, storage: { ...storage, direct } });
  });
}

/** A route that takes JSON and may bring a file into the library. */
export function uploadRoute<Schema extends z.ZodType>(
  schema: Schema,
  work: Work<Schema, UploadContext>,
): Route {
  return async (request) => {
    const actor = await actorOfRequest(request, 'media:create');
    if (actor instanceof Response) return actor;
    const storage = mediaStorage();
    if (storage === null) return refuseUpload(noStorage);
    const body = await readBody(request, mostRequestBytes);
    const input = schema.safeParse(body.ok ? parseJson(body.text) : undefined);
    if (!input.success) return refuseUpload('This request is malformed.', 400);
    return answering(async () => {
      const db = database();
      sweepSometimes(storage, db);
      const mostBytes = bytesOf((await getSettings()).uploadLimit);
      const context = { actor, storage, db, mostBytes };
      const { result, touched } = await collectTouched(() => work(input.data, context));
      await expireTags(touched);
      return result;
    });
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
