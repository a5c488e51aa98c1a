// Reading a public post as its author wrote it, for its `.md` address.
import { and, eq, sql } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Day } from '../dates';
import type { Database } from '../db/client';
import { posts, series } from '../db/schema';
import { tagsInOrder } from '../posts/columns';
import { isListed } from '../posts/visibility';
import { absolute, urls } from '../urls';
import { printMarkdown, type WrittenPost } from './front-matter';

type Written = {
  text: string;
  /** Cache tags of what it shows. */
  tags: string[];
};

const columns = {
  id: posts.id,
  kind: posts.kind,
  slug: posts.slug,
  publishedOn: posts.publishedOn,
  publishedAt: posts.listedAt,
  updatedAt: posts.updatedAt,
  title: posts.title,
  body: posts.body,
  bodyFormat: posts.bodyFormat,
  excerpt: posts.excerpt,
  linkUrl: posts.linkUrl,
  linkTitle: posts.linkTitle,
  viaUrl: posts.viaUrl,
  viaTitle: posts.viaTitle,
  source: posts.source,
  sourceUrl: posts.sourceUrl,
  context: posts.context,
  beatType: posts.beatType,
  commentary: posts.commentary,
  imageUrl: posts.imageUrl,
  imageAlt: posts.imageAlt,
  cardImage: posts.cardImage,
  lang: posts.lang,
  seriesId: posts.seriesId,
  series: series.title,
  tags: tagsInOrder.as('tags'),
};

type Place = { day: Day; slug: string };

/** The Markdown file of a post; null when no public post is there under exactly this address. */
export async function writeMarkdownOf(
  { day, slug }: Place,
  { now, db, siteUrl }: { now: Date; db: Database; siteUrl: string },
): Promise<Written | null> {
  const [row] = await db
    .select(columns)
    .from(posts)
    .leftJoin(series, eq(series.id, posts.seriesId))
    .where(
      and(
        eq(posts.publishedOn, day),
        eq(sql`lower(${posts.slug})`, slug.toLowerCase()),
        isListed(now),
      ),
    );
  if (row === undefined || row.slug !== slug) return null;
  const { publishedAt, publishedOn, tags, ...written } = row;
  if (publishedAt === null || publishedOn === null)
    throw new Error(`The listed post ${slug} has no date.`);
  const post: WrittenPost = { ...written, publishedAt, tags: tags.map((tag) => tag.name) };
  return {
    text: printMarkdown(post, absolute(urls.post({ publishedOn, slug }), siteUrl)),
    tags: [
      cacheTags.post(row.id),
      ...(row.seriesId === null ? [] : [cacheTags.seriesLinks(row.seriesId)]),
      ...cacheTags.tagNames(tags.map((tag) => tag.id)),
    ],
  };
}
