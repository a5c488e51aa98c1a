// Tags that a reader may mean by what is typed: a tag's page shows more than a search for its name.
import { and, desc, gt, inArray, notInArray, or, sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { tags } from '../db/schema';
import type { TagCount } from '../posts/types';
import { tagSlug } from '../slugs';
import type { SearchQuery } from './query';
import { parseText, wordsOf } from './text';

const mostShown = 5;

/** Public tags that are called as what is typed, or begin so or with its last word. */
export async function listTagsLike(
  { text, tags: chosen, excludedTags }: SearchQuery,
  db: Database,
): Promise<TagCount[]> {
  const words = wordsOf(parseText(text));
  const whole = tagSlug(words);
  const last = tagSlug(words.split(' ').at(-1) ?? '');
  const starts = [...new Set([whole, last])].filter((slug) => slug !== null && slug.length > 1);
  if (whole === null || starts.length === 0) return [];
  const begins = starts.map((start) => sql`starts_with(${tags.slug}, ${start})`);
  return db
    .select({ id: tags.id, slug: tags.slug, name: tags.name, count: tags.publishedCount })
    .from(tags)
    .where(
      and(
        gt(tags.publishedCount, 0),
        or(...begins),
        notInArray(tags.slug, ['', ...chosen, ...excludedTags]),
      ),
    )
    .orderBy(
      desc(inArray(tags.slug, [whole])),
      desc(sql`starts_with(${tags.slug}, ${whole})`),
      desc(tags.publishedCount),
      tags.slug,
    )
    .limit(mostShown);
}
