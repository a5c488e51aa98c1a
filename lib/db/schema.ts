// The tables. What one row must hold, the database itself checks; what several rows must agree on
// (a tagging's copy of its post's listing time, a tag's count) triggers keep: see drizzle/0001.
import { type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { BodyFormat, Removal } from '../markdown/render';
import type { PostKind } from '../posts/kinds';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const id = () => integer('id').primaryKey().generatedAlwaysAsIdentity();
const createdAt = () => instant('created_at').notNull().defaultNow();

export type PostStatus = 'draft' | 'scheduled' | 'published';

export const people = pgTable(
  'people',
  {
    id: id(),
    name: text('name').notNull(),
    slug: text('slug').notNull().unique(),
    email: text('email').unique(),
    role: text('role').$type<'owner' | 'author'>(),
    passwordHash: text('password_hash'),
    deactivatedAt: instant('deactivated_at'),
    createdAt: createdAt(),
  },
  (t) => [check('people_role_known', sql`${t.role} in ('owner', 'author')`)],
);

export const series = pgTable('series', {
  id: id(),
  slug: text('slug').notNull().unique(),
  title: text('title').notNull(),
  summary: text('summary').notNull().default(''),
  summaryHtml: text('summary_html').notNull().default(''),
  importRef: text('import_ref').unique(),
  createdAt: createdAt(),
});

/**
 * Every post of every kind. `body` is the main text of any kind: an entry's or note's body, a
 * blogmark's commentary, the quotation, a beat's longer note. Columns under "rendered" are made
 * from the rest when the post is saved and hold nothing of their own.
 */
export const posts = pgTable(
  'posts',
  {
    id: id(),
    kind: text('kind').$type<PostKind>().notNull(),
    /** The short id `/e/12`: unique per kind. */
    number: integer('number').notNull(),
    slug: text('slug').notNull(),
    status: text('status').$type<PostStatus>().notNull().default('draft'),
    publishedAt: instant('published_at'),
    /** The day in the address, fixed at publication in the zone then in force. */
    publishedOn: date('published_on', { mode: 'string' }),
    firstPublishedAt: instant('first_published_at'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
    version: integer('version').notNull().default(1),
    authorId: integer('author_id').references(() => people.id),
    seriesId: integer('series_id').references(() => series.id),
    feedId: text('feed_id').unique(),
    importRef: text('import_ref').unique(),
    /** Hash of the imported source row: tells an unchanged row from an edited one. */
    importHash: text('import_hash'),
    lang: text('lang'),
    cardImage: text('card_image'),
    metadata: jsonb('metadata').$type<Record<string, unknown>>().notNull().default({}),

    title: text('title'),
    body: text('body'),
    bodyFormat: text('body_format').$type<BodyFormat>().notNull().default('markdown'),
    excerpt: text('excerpt'),
    linkUrl: text('link_url'),
    linkTitle: text('link_title'),
    viaUrl: text('via_url'),
    viaTitle: text('via_title'),
    source: text('source'),
    sourceUrl: text('source_url'),
    context: text('context'),
    beatType: text('beat_type'),
    commentary: text('commentary'),
    imageUrl: text('image_url'),
    imageAlt: text('image_alt'),

    rendererVersion: integer('renderer_version').notNull(),
    /** The heading as shown, typographic; for kinds without a title what stands in for one. */
    displayTitle: text('display_title').notNull(),
    html: text('html').notNull(),
    /** The same for lists, where ids of several posts must not meet; null when nothing differs. */
    listHtml: text('list_html'),
    excerptHtml: text('excerpt_html').notNull(),
    /** Phrasing HTML of the small second text: a quotation's context, a beat's commentary. */
    contextHtml: text('context_html').notNull().default(''),
    hasMore: boolean('has_more').notNull(),
    plainText: text('plain_text').notNull(),
    wordCount: integer('word_count').notNull(),
    removed: jsonb('removed').$type<Removal[]>().notNull().default([]),

    /** When the post is or will be public; null for drafts and the bin. Visibility rests on this. */
    listedAt: instant('listed_at').generatedAlwaysAs(
      (): SQL =>
        sql`case when ${posts.status} <> 'draft' and ${posts.deletedAt} is null then ${posts.publishedAt} end`,
    ),
    /** Front-page weight is decided by this: a beat with a longer note counts for more. */
    hasNote: boolean('has_note')
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`${posts.kind} = 'beat' and coalesce(${posts.body}, '') <> ''`,
      ),
  },
  (t) => [
    check('posts_kind_known', sql`${t.kind} in ('entry', 'blogmark', 'quotation', 'note', 'beat')`),
    check('posts_status_known', sql`${t.status} in ('draft', 'scheduled', 'published')`),
    check('posts_format_known', sql`${t.bodyFormat} in ('markdown', 'html', 'text')`),
    check('posts_slug_form', sql`${t.slug} ~ '^[A-Za-z0-9_-]{1,64}$'`),
    // A draft may still be empty where its kind needs text, but never lack the field.
    check(
      'posts_entry_needs',
      sql`${t.kind} <> 'entry' or (${t.title} is not null and ${t.body} is not null and (${t.status} = 'draft' or (${t.title} ~ '\\S' and ${t.body} ~ '\\S')))`,
    ),
    check(
      'posts_blogmark_needs',
      sql`${t.kind} <> 'blogmark' or (${t.linkUrl} is not null and ${t.linkTitle} is not null and (${t.status} = 'draft' or (${t.linkUrl} ~ '\\S' and ${t.linkTitle} ~ '\\S')))`,
    ),
    check(
      'posts_quotation_needs',
      sql`${t.kind} <> 'quotation' or (${t.body} is not null and ${t.source} is not null and (${t.status} = 'draft' or (${t.body} ~ '\\S' and ${t.source} ~ '\\S')))`,
    ),
    check(
      'posts_note_needs',
      sql`${t.kind} <> 'note' or (${t.body} is not null and (${t.status} = 'draft' or ${t.body} ~ '\\S'))`,
    ),
    check(
      'posts_beat_needs',
      sql`${t.kind} <> 'beat' or (${t.beatType} is not null and ${t.title} is not null and ${t.linkUrl} is not null and (${t.status} = 'draft' or (${t.beatType} ~ '\\S' and ${t.title} ~ '\\S' and ${t.linkUrl} ~ '\\S')))`,
    ),
    check(
      'posts_dated',
      sql`${t.status} = 'draft' or (${t.publishedAt} is not null and ${t.publishedOn} is not null)`,
    ),
    unique('posts_number').on(t.kind, t.number),
    uniqueIndex('posts_address').on(t.publishedOn, sql`lower(${t.slug})`),
    index('posts_stream').on(t.listedAt, t.id).where(sql`${t.listedAt} is not null`),
    index('posts_by_kind').on(t.kind, t.listedAt, t.id).where(sql`${t.listedAt} is not null`),
    index('posts_by_beat_type')
      .on(t.beatType, t.listedAt, t.id)
      .where(sql`${t.kind} = 'beat' and ${t.listedAt} is not null`),
    // Days, months and years, with what their counts need in the index itself.
    index('posts_by_day')
      .on(t.publishedOn, t.listedAt, t.id, t.kind)
      .where(sql`${t.listedAt} is not null`),
    index('posts_by_series')
      .on(t.seriesId, t.listedAt, t.id)
      .where(sql`${t.seriesId} is not null and ${t.listedAt} is not null`),
    index('posts_stale_rendering').on(t.rendererVersion, t.id),
    index('posts_scheduled').on(t.publishedAt).where(sql`${t.status} = 'scheduled'`),
  ],
);

/** Former addresses of a post, kept by post so that they follow it wherever it moves. */
export const postFormerAddresses = pgTable(
  'post_former_addresses',
  {
    publishedOn: date('published_on', { mode: 'string' }).notNull(),
    /** Lower case, as addresses are compared. */
    slug: text('slug').notNull(),
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.publishedOn, t.slug] }),
    index('post_former_addresses_post').on(t.postId),
  ],
);

export const tags = pgTable(
  'tags',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    /** As written, `C++`. */
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    descriptionHtml: text('description_html').notNull().default(''),
    /** Published posts with this tag; kept by trigger. Due posts not yet turned come on top. */
    publishedCount: integer('published_count').notNull().default(0),
    importRef: text('import_ref').unique(),
    createdAt: createdAt(),
  },
  (t) => [check('tags_slug_form', sql`${t.slug} <> '' and ${t.slug} !~ '[\\s/+?#%A-Z]'`)],
);

export const tagFormerNames = pgTable(
  'tag_former_names',
  {
    /** As it stood in old addresses. */
    name: text('name').primaryKey(),
    tagId: integer('tag_id')
      .notNull()
      .references(() => tags.id, { onDelete: 'cascade' }),
  },
  (t) => [index('tag_former_names_tag').on(t.tagId)],
);

/**
 * Which tags a post has, in the order in which they were attached. `listedAt` and `isPublished`
 * repeat the post's, so that a tag's archive is one range of one index.
 */
export const postTags = pgTable(
  'post_tags',
  {
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    tagId: integer('tag_id')
      .notNull()
      .references(() => tags.id),
    position: smallint('position').notNull(),
    listedAt: instant('listed_at'),
    isPublished: boolean('is_published').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.tagId] }),
    index('post_tags_archive')
      .on(t.tagId, t.listedAt, t.postId)
      .where(sql`${t.listedAt} is not null`),
    index('post_tags_due')
      .on(t.tagId, t.listedAt)
      .where(sql`${t.listedAt} is not null and not ${t.isPublished}`),
  ],
);

/** Addresses without a page of their own. An empty host is this site; `*` matches any path. */
export const redirects = pgTable(
  'redirects',
  {
    id: id(),
    host: text('host').notNull().default(''),
    /** With its first slash, without query and final slash; or `*`. */
    path: text('path').notNull(),
    target: text('target').notNull(),
    importRef: text('import_ref').unique(),
    createdAt: createdAt(),
  },
  (t) => [unique('redirects_address').on(t.host, t.path), index('redirects_target').on(t.target)],
);

export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').$type<unknown>().notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** The last invalidation of each cache tag; written through `expire_cache_tags()` alone. */
export const cacheInvalidations = pgTable(
  'cache_invalidations',
  {
    tag: text('tag').primaryKey(),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [index('cache_invalidations_sequence').on(t.sequence)],
);

/**
 * Server processes that may serve stored pages without asking, and the last invalidation each has
 * applied. Unlogged: a lease lasts a second, so none is worth a write to disk.
 */
export const cacheLeases = pgTable('cache_leases', {
  instance: uuid('instance').primaryKey(),
  applied: bigint('applied', { mode: 'number' }).notNull(),
  until: instant('until').notNull(),
});

/** How far the caches in front of the site have been told of invalidations, by their address. */
export const cachePurges = pgTable('cache_purges', {
  target: text('target').primaryKey(),
  through: bigint('through', { mode: 'number' }).notNull(),
  /** Since when telling it has failed, and what it answered; null while all is well. */
  failingSince: instant('failing_since'),
  failure: text('failure'),
});
