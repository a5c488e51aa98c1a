// What an editor sends, checked at the border: by JSON to the routes, by form to the actions.
import { z } from 'zod';
import { postKinds } from './kinds';

const id = z.coerce.number().int().positive().max(2_147_483_647);
const count = z.coerce.number().int().min(0).max(2_147_483_647);
const idOrNone = z.preprocess((given) => (given === '' ? null : given), id.nullable());

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
  postId: id.nullable(),
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

export const postIdInput = z.object({ postId: id });
export const versionInput = z.object({ postId: id, versionId: id });
export const discardInput = z.object({ postId: id, revision: count });

export const linkInput = z.object({
  url: z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .refine((url) => !url.includes('\0')),
  except: idOrNone.default(null),
});
