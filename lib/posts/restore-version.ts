// Brings back what a post said in an earlier version. Its address, its time and whether it is public
// stay as they are.
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { posts, postVersions } from '../db/schema';
import { getSettings } from '../settings/queries';
import { ensureTags } from '../tags/write';
import { changeRow } from './change-row';
import { readValues } from './editable';
import { formFields } from './form-fields';
import {
  isSameValues,
  kindOfValues,
  parseDraftValues,
  parseValues,
  valuesOfPost,
} from './form-values';
import type { DraftFields } from './input';
import type { PostKind } from './kinds';
import { readVersion } from './version-queries';
import { insertVersion, versionFields } from './versions';
import { dropWorkingCopy, readWorkingCopy } from './working-copy';
import { noTexts, type StoredRow, writeFields } from './write-fields';

export type RestoreOutcome =
  | { status: 'restored' }
  | { status: 'gone' }
  /** The post is public and the version lacks what that needs. */
  | { status: 'incomplete'; fields: Record<string, string> }
  /** What is typed and not saved cannot be kept whole. */
  | { status: 'unkept'; message: string }
  | { status: 'other-kind' };

type Refused = { status: 'refused'; because: Exclude<RestoreOutcome, { status: 'restored' }> };

/** Restores a version; the present state, typed and not saved included, stays among the versions. */
export async function restoreVersion(
  { postId, versionId, personId }: { postId: number; versionId: number; personId: number },
  db: Database,
  now = new Date(),
): Promise<RestoreOutcome> {
  return changePages(db, async (tx, touch): Promise<RestoreOutcome> => {
    const changed = await changeRow<Refused>(
      { id: postId },
      (row, tx) => restoreRow(row, { versionId, personId }, tx, now),
      { tx, touch, now, personId, reason: 'restored' },
    );
    if (changed.status === 'refused') return changed.because;
    return { status: changed.status === 'changed' ? 'restored' : 'gone' };
  });
}

async function restoreRow(
  row: StoredRow,
  { versionId, personId }: { versionId: number; personId: number },
  tx: Database,
  now: Date,
): Promise<Refused | undefined> {
  const refuse = (because: Refused['because']): Refused => ({ status: 'refused', because });
  const [kept] = await tx
    .select()
    .from(postVersions)
    .where(and(eq(postVersions.id, versionId), eq(postVersions.postId, row.id)));
  if (kept === undefined || row.deletedAt !== null) return refuse({ status: 'gone' });
  const said = await readVersion(kept, tx);
  if (said.kind !== row.kind && row.firstPublishedAt !== null)
    return refuse({ status: 'other-kind' });
  const { slug, status, publishedAt, authorId } = row;
  const fields = { ...said, slug, status, publishedAt, authorId };
  if (status !== 'draft') {
    const { timeZone } = await getSettings(tx);
    const values = valuesOfPost(fields, timeZone);
    const parsed = parseValues(fields.kind, values, { timeZone, publishedAt, now });
    if (!parsed.ok) return refuse({ status: 'incomplete', fields: parsed.fields });
  }
  const unkept = await keepTyped(row, personId, tx);
  if (unkept !== undefined) return refuse(unkept);
  await writeFields(row, fields, tx, now);
  return undefined;
}

/**
 * What was typed and not saved becomes a version of its own, and the copy goes. Where a version
 * cannot hold all of it nothing is done: what it left out would be nowhere any more.
 */
async function keepTyped(
  row: StoredRow,
  personId: number,
  tx: Database,
): Promise<Refused['because'] | undefined> {
  const copy = await readWorkingCopy(row.id, tx);
  if (copy === null) return undefined;
  const { timeZone } = await getSettings(tx);
  if (isSameValues(copy.values, await readValues(row, timeZone, tx))) {
    await dropWorkingCopy(row.id, tx);
    return undefined;
  }
  const kind = kindOfValues(copy.values) ?? row.kind;
  const typed = parseDraftValues(kind, copy.values, { timeZone, publishedAt: row.publishedAt });
  if (!typed.ok) return unreadable(kind, typed.fields);
  await dropWorkingCopy(row.id, tx);
  await keepAsVersion({ row, typed: typed.input, personId, at: copy.savedAt }, tx);
  return undefined;
}

/** Names the fields as the editor does. */
function unreadable(kind: PostKind, wrong: Record<string, string>): Refused['because'] {
  const labels = formFields(kind).flatMap(({ name, label }) => (name in wrong ? [label] : []));
  const message = `What is typed and not saved would be lost in part (${labels.join(', ')}). Correct or clear that in the editor, then restore.`;
  return { status: 'unkept', message };
}

type Typed = { row: StoredRow; typed: DraftFields; personId: number; at: Date };

async function keepAsVersion({ row, typed, personId, at }: Typed, tx: Database): Promise<void> {
  const { publishedAt, tags: names, ...fields } = typed;
  const version = row.version + 1;
  await tx
    .update(posts)
    .set({ version: sql`${posts.version} + 1` })
    .where(eq(posts.id, row.id));
  const content = {
    fields: versionFields.parse({
      ...noTexts,
      ...fields,
      // A form without one leaves the slug to the title.
      slug: fields.slug ?? row.slug,
      publishedAt: publishedAt?.toISOString() ?? null,
    }),
    tagIds: [...new Set((await ensureTags(names, tx)).values())],
  };
  await insertVersion(
    { row: { ...row, version }, content },
    { reason: 'replaced', personId, at },
    tx,
  );
}
