// Calling a tag otherwise.
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { tags } from '../db/schema';
import type { TagRef } from '../posts/types';
import { tagSlug } from '../slugs';
import { touchNamed } from './affected';
import { type ChangeOptions, recordChange, type TagRow } from './changes';
import { freeName, holdTags, keepFormerName } from './former-names';

/** A name as written, and the address where it is not the name's own. */
export type TagName = { name: string; slug?: string };

export type Renamed =
  | { status: 'renamed'; changeId: number; tag: TagRef; from: TagRef }
  | { status: 'unchanged' }
  | { status: 'missing' }
  /** Nothing of the name can stand in an address. */
  | { status: 'unaddressable' }
  /** Another tag is called so: the two can be merged. */
  | { status: 'taken'; tag: TagRef };

/**
 * Renames a tag on all its posts. Its address up to now leads to the new one for ever, unless
 * another tag takes it; an address that led elsewhere is this tag's from now on.
 */
export async function renameTag(
  id: number,
  wanted: TagName,
  db: Database,
  options: ChangeOptions = {},
): Promise<Renamed> {
  const { now = new Date() } = options;
  const name = wanted.name.normalize('NFC').trim();
  const slug = tagSlug(wanted.slug?.trim() || name);
  if (slug === null || name === '') return { status: 'unaddressable' };
  return changePages(db, async (tx, touch): Promise<Renamed> => {
    await holdTags(tx);
    const [tag] = await tx.select().from(tags).where(eq(tags.id, id)).for('update');
    if (tag === undefined) return { status: 'missing' };
    if (tag.slug === slug && tag.name === name) return { status: 'unchanged' };
    const taken = await findOther({ slug, id }, tx);
    if (taken) return { status: 'taken', tag: taken };
    const nameTakenFrom = await giveName(tag, { slug, name }, tx);
    const changeId = await recordChange(
      { action: 'rename', tag, more: { renamedTo: { slug, name }, nameTakenFrom } },
      { ...options, now },
      tx,
    );
    touch(await touchNamed([id], now, tx));
    const from = { id, slug: tag.slug, name: tag.name };
    return { status: 'renamed', changeId, tag: { id, slug, name }, from };
  });
}

/** Another tag with this slug. */
export async function findOther(
  { slug, id }: { slug: string; id: number },
  tx: Database,
): Promise<TagRef | null> {
  const [other] = await tx
    .select({ id: tags.id, slug: tags.slug, name: tags.name })
    .from(tags)
    .where(eq(tags.slug, slug));
  return other === undefined || other.id === id ? null : other;
}

/** Names a tag and minds where addresses lead. @returns the other tag to which the new one led */
export async function giveName(
  tag: TagRow,
  { slug, name }: { slug: string; name: string },
  tx: Database,
): Promise<number | undefined> {
  await tx.update(tags).set({ slug, name }).where(eq(tags.id, tag.id));
  if (slug === tag.slug) return undefined;
  const ledTo = await freeName(slug, tx);
  await keepFormerName(tag.slug, tag.id, tx);
  return ledTo === null || ledTo === tag.id ? undefined : ledTo;
}
