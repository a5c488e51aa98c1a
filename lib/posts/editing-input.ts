// What an editor sends, checked at the border: by JSON to the routes, by form to the actions.
import { z } from 'zod';
import { largestInteger, rowId } from '../input';
import { postKinds } from './kinds';

const count = z.coerce.number().int().min(0).max(largestInteger);
const idOrNone = z.preprocess((given) => (given === '' ? null : given), rowId.nullable());

const knowledge = {
  postId: idOrNone,
  draftKey: z.uuid(),
  kind: z.enum(postKinds),
  editor: z.uuid(),
  revision: count,
  baseVersion: count,
};

const values = z.record(z.string().max(100), z.string());

export const autosaveInput = z.object({ ...knowledge, sequence: count, values });

export const renderInput = z.object({
  postId: rowId.nullable(),
  kind: z.enum(postKinds),
  values,
});

/** A form of the editor: what it knows, and besides all its fields. */
export const saveInput = z
  .object(knowledge)
  .catchall(z.string())
  .transform(({ postId, draftKey, kind, editor, revision, baseVersion, ...values }) => ({
    ...{ postId, draftKey, kind, editor, revision, baseVersion },
    values,
  }));

export const postIdInput = z.object({ postId: rowId });
export const versionInput = z.object({ postId: rowId, versionId: rowId });
export const discardInput = z.object({ postId: rowId, revision: count });

export const linkInput = z.object({
  url: z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .refine((url) => !url.includes('\0')),
  except: idOrNone.default(null),
});
