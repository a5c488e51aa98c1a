// Which columns make a post, and how a row becomes one.
import { type SQL, sql } from 'drizzle-orm';
import { posts } from '../db/schema';
import type { Post, TagRef } from './types';

// Drizzle leaves the table's name off columns of a single-table query; inside a subquery they would
// then mean the inner table's, so what is correlated is written out.
export const tagsInOrder: SQL<TagRef[]> = sql<TagRef[]>`(
  select coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name) order by pt.position), '[]')
  from post_tags pt join tags t on t.id = pt.tag_id
  where pt.post_id = "posts"."id"
)`;

const common = {
  id: posts.id,
  kind: posts.kind,
  number: posts.number,
  slug: posts.slug,
  publishedAt: posts.listedAt,
  publishedOn: posts.publishedOn,
  updatedAt: posts.updatedAt,
  displayTitle: posts.displayTitle,
  lang: posts.lang,
  cardImage: posts.cardImage,
  excerptHtml: posts.excerptHtml,
  contextHtml: posts.contextHtml,
  hasMore: posts.hasMore,
  wordCount: posts.wordCount,
  linkUrl: posts.linkUrl,
  linkTitle: posts.linkTitle,
  viaUrl: posts.viaUrl,
  viaTitle: posts.viaTitle,
  source: posts.source,
  sourceUrl: posts.sourceUrl,
  beatType: posts.beatType,
  imageUrl: posts.imageUrl,
  imageAlt: posts.imageAlt,
  metadata: posts.metadata,
  tags: tagsInOrder.as('tags'),
};

/** For the post's own page. */
export const pageColumns = {
  ...common,
  html: posts.html,
  seriesId: posts.seriesId,
  plainText: posts.plainText,
};

/** For lists: an entry comes without its body, the rest with ids that cannot meet. */
export const listColumns = {
  ...common,
  html: sql<string>`case when ${posts.kind} = 'entry' then '' else coalesce(${posts.listHtml}, ${posts.html}) end`.as(
    'html',
  ),
};

/** What a link to a post needs. */
export const linkColumns = {
  id: posts.id,
  slug: posts.slug,
  publishedOn: posts.publishedOn,
  publishedAt: posts.listedAt,
  displayTitle: posts.displayTitle,
};

type Nullable<Columns> = {
  [Key in keyof Columns]: Columns[Key] extends { _: { data: infer Data; notNull: infer NotNull } }
    ? NotNull extends true
      ? Data
      : Data | null
    : Columns[Key] extends SQL.Aliased<infer Data>
      ? Data
      : never;
};

export type PostRow = Nullable<typeof listColumns>;

/** A column that the database promises for this kind; its absence is a broken promise. */
function promised<Value>(value: Value | null, row: PostRow, column: string): Value {
  if (value === null) throw new Error(`Post ${row.id} (${row.kind}) has no ${column}.`);
  return value;
}

/** A listed row as the post it is. */
export function toPost(row: PostRow): Post {
  const base = {
    id: row.id,
    number: row.number,
    slug: row.slug,
    publishedAt: promised(row.publishedAt, row, 'published_at'),
    publishedOn: promised(row.publishedOn, row, 'published_on'),
    updatedAt: row.updatedAt,
    displayTitle: row.displayTitle,
    lang: row.lang,
    tags: row.tags,
    html: row.html,
  };
  switch (row.kind) {
    case 'entry':
      return {
        ...base,
        kind: 'entry',
        excerptHtml: row.excerptHtml,
        hasMore: row.hasMore,
        wordCount: row.wordCount,
        cardImage: row.cardImage,
      };
    case 'blogmark':
      return {
        ...base,
        kind: 'blogmark',
        linkUrl: promised(row.linkUrl, row, 'link_url'),
        linkTitle: promised(row.linkTitle, row, 'link_title'),
        via: row.viaUrl === null ? null : { url: row.viaUrl, title: row.viaTitle },
      };
    case 'quotation':
      return {
        ...base,
        kind: 'quotation',
        source: promised(row.source, row, 'source'),
        sourceUrl: row.sourceUrl,
        contextHtml: row.contextHtml,
      };
    case 'note':
      return { ...base, kind: 'note' };
    case 'beat':
      return {
        ...base,
        kind: 'beat',
        type: promised(row.beatType, row, 'beat_type'),
        title: row.displayTitle,
        url: promised(row.linkUrl, row, 'link_url'),
        commentaryHtml: row.contextHtml,
        image: row.imageUrl === null ? null : { url: row.imageUrl, alt: row.imageAlt ?? '' },
        metadata: row.metadata,
      };
  }
}
