// A post as its page would show it if it were public now, made of a form that nobody has saved:
// rendered by the same functions as a saved one, stored nowhere.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { FormValues } from '../actions';
import { dayInZone } from '../dates';
import { type Database, database } from '../db/client';
import { posts, tags } from '../db/schema';
import type { Removal } from '../markdown/render';
import { getSettings } from '../settings/queries';
import { tagSlug } from '../slugs';
import { findTags } from '../tags/write';
import { toPost } from './columns';
import { readValues } from './editable';
import { kindOfValues, pickValues, readableFields } from './form-values';
import type { PostKind } from './kinds';
import type { PostOnPage } from './page-queries';
import { isPreviewKey } from './preview-keys';
import { surroundPreview } from './preview-surroundings';
import { renderPost } from './render-post';
import { withMedia } from './render-style';
import type { PostSurroundings } from './surroundings';
import type { TagRef } from './types';
import { readWorkingCopy } from './working-copy';
import { proposeSlug } from './write';
import { dayOf, noTexts, type StoredRow } from './write-fields';

export type Preview = {
  post: PostOnPage;
  around: PostSurroundings;
  wordCount: number;
  /** What the sanitiser took out. */
  removed: Removal[];
};

/** The preview of the post that a secret key opens, as it was last typed; null without one. */
export async function getPreviewByKey(
  key: string,
  now = new Date(),
  db = database(),
): Promise<Preview | null> {
  if (!isPreviewKey(key)) return null;
  const [row] = await db
    .select()
    .from(posts)
    .where(and(eq(posts.previewKey, key), isNull(posts.deletedAt)));
  if (row === undefined) return null;
  const copy = await readWorkingCopy(row.id, db);
  const values = copy?.values ?? (await readValues(row, (await getSettings(db)).timeZone, db));
  return renderPreview(row, { kind: kindOfValues(values) ?? row.kind, values }, now, db);
}

/** The preview of a form, of a post that exists or not yet. */
export async function getPreview(
  { postId, kind, values }: { postId: number | null; kind: PostKind; values: FormValues },
  now = new Date(),
  db = database(),
): Promise<Preview> {
  const [row] = postId === null ? [] : await db.select().from(posts).where(eq(posts.id, postId));
  return renderPreview(row ?? null, { kind, values }, now, db);
}

async function renderPreview(
  row: StoredRow | null,
  { kind, values }: { kind: PostKind; values: FormValues },
  now: Date,
  db: Database,
): Promise<Preview> {
  const settings = await getSettings(db);
  const { timeZone } = settings;
  const stored = row?.publishedAt ?? null;
  const texts = pickValues(kind, values);
  const fields = readableFields(kind, texts, { timeZone, publishedAt: stored });
  const publishedAt = fields.publishedAt ?? now;
  const publishedOn =
    (row && dayOf(row, { ...fields, publishedAt }, timeZone)) ?? dayInZone(publishedAt, timeZone);
  const number = row?.number ?? 0;
  const rendered = await renderPost(
    fields,
    { number, publishedOn },
    await withMedia(settings, [fields], db),
  );
  const id = row?.id ?? 0;
  const refs = await findRefs(fields.tags, db);
  const post: PostOnPage = {
    ...toPost({
      ...noTexts,
      ...fields,
      ...rendered,
      metadata: kind === 'beat' || row === null ? fields.metadata : row.metadata,
      id,
      number,
      publishedAt,
      publishedOn,
      slug: fields.slug ?? proposeSlug(fields),
      updatedAt: now,
      tags: refs,
    }),
    seriesId: fields.seriesId,
    cardImage: fields.cardImage,
    plainText: rendered.plainText,
  };
  return {
    post,
    around: await surroundPreview(post, row, now, db),
    wordCount: rendered.wordCount,
    removed: rendered.removed,
  };
}

/** References to tags by name; those that do not exist yet have ids that no tag has. */
async function findRefs(names: string[], db: Database): Promise<TagRef[]> {
  const ids = await findTags(names, db);
  const found =
    ids.size === 0
      ? []
      : await db
          .select()
          .from(tags)
          .where(inArray(tags.id, [...ids.values()]));
  const byId = new Map(found.map(({ id, slug, name }) => [id, { id, slug, name }]));
  return names.flatMap((name, index): TagRef[] => {
    const slug = tagSlug(name);
    const known = byId.get(ids.get(name) ?? 0);
    if (known) return [known];
    return slug === null ? [] : [{ id: -1 - index, slug, name }];
  });
}
