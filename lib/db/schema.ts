// The tables. What one row must hold, the database itself checks; what several rows must agree on
// (a tagging's copy of its post's listing time, a tag's count) triggers keep: see drizzle/0001.
import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgSequence,
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

/** Words with their places and weights, as Postgres searches them. */
const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' });

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
    /** The account at GitHub that signs in as this person. */
    githubId: text('github_id').unique(),
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

/** Slugs that series once had, kept by series so that they follow it wherever it moves. */
export const seriesFormerSlugs = pgTable(
  'series_former_slugs',
  {
    slug: text('slug').primaryKey(),
    seriesId: integer('series_id')
      .notNull()
      .references(() => series.id, { onDelete: 'cascade' }),
  },
  (t) => [index('series_former_slugs_series').on(t.seriesId)],
);

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

    /** Given by the editor that made the post: the same request twice makes one post. */
    draftKey: uuid('draft_key').unique(),
    /** The secret in the address of the preview; null where there is none or it was revoked. */
    previewKey: text('preview_key').unique(),

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
    /**
     * What the author's list is filtered by, and sorted by as a title: title, link and slug, and of
     * the kinds that go by their text its beginning; lower case, words parted by one space.
     * `find_pattern()` makes a word fit.
     */
    findText: text('find_text')
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`lower(regexp_replace(' ' || ${posts.displayTitle} || ' ' || coalesce(left(regexp_replace(coalesce(${posts.linkUrl}, ${posts.sourceUrl}), '^https?://(www\\.)?', ''), 200), '') || ' ' || ${posts.slug} || ' ' || case when ${posts.kind} in ('blogmark', 'quotation', 'note') then left(${posts.plainText}, 160) || ' ' else '' end, '[^[:alnum:]]+', ' ', 'g'))`,
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
    // The feed of everything: beats without a note stay out of it.
    index('posts_in_feed')
      .on(t.listedAt, t.id)
      .where(sql`${t.listedAt} is not null and (${t.kind} <> 'beat' or ${t.hasNote})`),
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
    // The author's list: the last changed first, also of one kind or status, by title, the bin.
    index('posts_updated').on(t.updatedAt, t.id, t.kind).where(sql`${t.deletedAt} is null`),
    index('posts_by_title')
      .on(sql`left(${t.findText}, 60)`, t.id, t.kind)
      .where(sql`${t.deletedAt} is null`),
    index('posts_find').using('gin', sql`${t.findText} gin_trgm_ops`),
    index('posts_removals').on(t.id).where(sql`${t.removed} <> '[]'`),
    index('posts_unpublished')
      .on(t.status, t.updatedAt, t.id)
      .where(sql`${t.status} <> 'published' and ${t.deletedAt} is null`),
    index('posts_binned').on(t.deletedAt, t.id).where(sql`${t.deletedAt} is not null`),
    index('posts_by_author').on(t.authorId, t.updatedAt, t.id),
    index('posts_by_author_published')
      .on(t.authorId, t.listedAt, t.id)
      .where(sql`${t.authorId} is not null and ${t.listedAt} is not null`),
    // A hash: addresses may be longer than an entry of a tree.
    index('posts_link')
      .using('hash', sql`comparable_url(${t.linkUrl})`)
      .where(sql`${t.linkUrl} is not null`),
  ],
);

/** Numbers the writes of working copies: no two states of a copy share one, not even after a drop. */
export const postEditRevisions = pgSequence('post_edit_revisions');

/**
 * What an author has typed and not yet saved, one working copy a post, as the fields of the form:
 * unchecked text, for nobody finishes a URL before it is saved. `revision` names one state of the
 * copy; a browser that knows another one is in conflict.
 */
export const postEdits = pgTable('post_edits', {
  postId: integer('post_id')
    .primaryKey()
    .references(() => posts.id, { onDelete: 'cascade' }),
  revision: integer('revision').notNull().default(sql`nextval('post_edit_revisions')`),
  /** The post's version that the typing began from. */
  baseVersion: integer('base_version').notNull(),
  /** The editor that wrote last, one open page of one browser, and its count of writes. */
  editor: uuid('editor').notNull(),
  sequence: integer('sequence').notNull(),
  values: jsonb('values').$type<Record<string, string>>().notNull(),
  personId: integer('person_id').references(() => people.id),
  savedAt: instant('saved_at').notNull().defaultNow(),
});

/** Why a version was kept. */
export type VersionReason =
  | 'first'
  | 'saved'
  | 'published'
  | 'restored'
  | 'merged'
  | 'replaced'
  | 'imported';

/** Every version of a post that was really saved, source only; it can be rendered again. */
export const postVersions = pgTable(
  'post_versions',
  {
    id: id(),
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    /** `posts.version` after the save. */
    version: integer('version').notNull(),
    reason: text('reason').$type<VersionReason>().notNull(),
    /** The post's own columns, as `lib/posts/versions.ts` reads and writes them. */
    fields: jsonb('fields').$type<Record<string, unknown>>().notNull(),
    /** In order of attaching. A tag merged since is followed when the version is restored. */
    tagIds: integer('tag_ids').array().notNull(),
    personId: integer('person_id').references(() => people.id),
    savedAt: instant('saved_at').notNull().defaultNow(),
  },
  (t) => [unique('post_versions_number').on(t.postId, t.version)],
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
  (t) => [
    check('tags_slug_form', sql`${t.slug} <> '' and ${t.slug} !~ '[\\s/+?#%A-Z]'`),
    index('tags_by_count').on(t.publishedCount.desc().nullsFirst(), t.slug),
  ],
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
    // Drafts and the bin, whose time is null, stand at its end: what a tag has in all is here too.
    index('post_tags_archive').on(t.tagId, t.listedAt, t.postId),
    index('post_tags_due')
      .on(t.tagId, t.listedAt)
      .where(sql`${t.listedAt} is not null and not ${t.isPublished}`),
  ],
);

/**
 * What search knows of a post that is or will be public, kept by triggers (drizzle/0013): readers
 * see a row when its time has come. The document lies apart from the row, so that counting reads
 * little.
 */
export const postSearch = pgTable(
  'post_search',
  {
    postId: integer('post_id')
      .primaryKey()
      .references(() => posts.id, { onDelete: 'cascade' }),
    listedAt: instant('listed_at').notNull(),
    publishedOn: date('published_on', { mode: 'string' }).notNull(),
    kind: text('kind').$type<PostKind>().notNull(),
    beatType: text('beat_type'),
    year: smallint('year').notNull(),
    month: smallint('month').notNull(),
    tagIds: integer('tag_ids').array().notNull(),
    /** The title as `search_fold()` writes it, its beginning. */
    titleKey: text('title_key').notNull(),
    /** Words of the title (weight A) and of the tags (B). */
    head: searchVector('head').notNull(),
    /**
     * The same, with the words of the link (C) and of the text (D); and marks, words that no text
     * can hold: `/` on every post, `/k:entry`, `/b:release`, `/y:2026`, `/m:3`, `/t:12` (a tag's id).
     * With them one index answers text and filters together.
     */
    document: searchVector('document').notNull(),
  },
  (t) => [
    index('post_search_document').using('gin', t.document),
    index('post_search_title').on(t.titleKey).where(sql`${t.titleKey} <> ''`),
    index('post_search_newest').on(t.listedAt, t.postId),
  ],
);

/**
 * Words that stand in documents, each with what its language's stemmer makes of it: for spelling,
 * for words half typed, and for marking what was found. Words stay when their posts go.
 */
export const searchWords = pgTable(
  'search_words',
  {
    /** Sorted by code point (drizzle/0013), so that the words of a beginning stand together. */
    word: text('word').primaryKey(),
    /** Null for a word that the language passes over. */
    lexeme: text('lexeme'),
  },
  (t) => [
    index('search_words_alike').using('gin', sql`${t.word} gin_trgm_ops`),
    index('search_words_lexeme').on(t.lexeme),
  ],
);

/** Posts whose words are still to be taken into `search_words`. */
export const searchWordQueue = pgTable('search_word_queue', {
  postId: integer('post_id')
    .primaryKey()
    .references(() => posts.id, { onDelete: 'cascade' }),
});

/** What was done to a tag. */
export type TagAction = 'rename' | 'merge' | 'delete' | 'describe' | 'attach' | 'detach';

/** What was done to tags, with what is needed to take it back: see lib/tags/changes.ts. */
export const tagChanges = pgTable(
  'tag_changes',
  {
    id: id(),
    action: text('action').$type<TagAction>().notNull(),
    /** No reference: the tag may be gone. */
    tagId: integer('tag_id').notNull(),
    /** The tag as it was, its name kept for reading even after it is gone. */
    tag: jsonb('tag').$type<Record<string, unknown>>().notNull(),
    /** The tag that took its posts in. */
    intoTagId: integer('into_tag_id'),
    /** The taggings as they were: `[post id, position, the other tag's position]`. */
    taggings: jsonb('taggings').$type<[number, number, number | null][]>().notNull().default([]),
    personId: integer('person_id').references(() => people.id),
    at: instant('at').notNull().defaultNow(),
    undoneAt: instant('undone_at'),
  },
  (t) => [
    index('tag_changes_at').on(t.at, t.id),
    index('tag_changes_tag').on(t.tagId),
    index('tag_changes_into').on(t.intoTagId).where(sql`${t.intoTagId} is not null`),
  ],
);

/** Pairs of tags that look alike and are not the same, as an author has said. */
export const tagDistinctions = pgTable(
  'tag_distinctions',
  {
    /** The tag with the lower id. */
    tagId: integer('tag_id')
      .notNull()
      .references(() => tags.id, { onDelete: 'cascade' }),
    otherTagId: integer('other_tag_id')
      .notNull()
      .references(() => tags.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.tagId, t.otherTagId] }),
    index('tag_distinctions_other').on(t.otherTagId),
    check('tag_distinctions_order', sql`${t.tagId} < ${t.otherTagId}`),
  ],
);

/** Who is signed in where. The browser's token carries the id; a row that is gone signs it out. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    userAgent: text('user_agent').notNull().default(''),
  },
  (t) => [index('sessions_person').on(t.personId)],
);

/** Attempts counted per account or address within a window of time. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  resetsAt: instant('resets_at').notNull(),
});

/** Links that let somebody in once: the first setup, an invitation, a new password. */
export const accessLinks = pgTable('access_links', {
  /** SHA-256 of the secret in the link, in hexadecimal: reading the table lets nobody in. */
  tokenHash: text('token_hash').primaryKey(),
  purpose: text('purpose').$type<'setup' | 'invitation' | 'password'>().notNull(),
  personId: integer('person_id').references(() => people.id, { onDelete: 'cascade' }),
  expiresAt: instant('expires_at').notNull(),
  createdAt: createdAt(),
});

/** A smaller rendition of a picture, made when it came. */
export type MediaVariant = {
  width: number;
  key: string;
  /** Bytes. */
  size: number;
};

/**
 * A file of the library. Its address names the id and stays when the file is replaced; `hash` names
 * what it holds, so that the same bytes are stored once.
 */
export const media = pgTable(
  'media',
  {
    id: id(),
    /** As it stands in the address. */
    name: text('name').notNull(),
    /** What the file was called where it came from. */
    originalName: text('original_name').notNull(),
    /** SHA-256 of the file as it came, in hexadecimal. */
    hash: text('hash').notNull().unique(),
    /** Where the storage keeps the file as it came. */
    key: text('key').notNull(),
    /** Where it keeps what readers get, if that is another: a picture without what it tells of its maker. */
    servedKey: text('served_key'),
    /** Found by content. */
    type: text('type').notNull(),
    /** Bytes, of the file as it came and of what readers get. */
    size: bigint('size', { mode: 'number' }).notNull(),
    servedSize: bigint('served_size', { mode: 'number' }).notNull(),
    /** Pixels, as it is shown: turned the right way up. */
    width: integer('width'),
    height: integer('height'),
    durationMs: integer('duration_ms'),
    variants: jsonb('variants').$type<MediaVariant[]>().notNull().default([]),
    alt: text('alt').notNull().default(''),
    caption: text('caption').notNull().default(''),
    /** A film's still picture and its subtitles, files of the library too. */
    posterId: integer('poster_id').references((): AnyPgColumn => media.id, {
      onDelete: 'set null',
    }),
    captionsId: integer('captions_id').references((): AnyPgColumn => media.id, {
      onDelete: 'set null',
    }),
    uploaderId: integer('uploader_id').references(() => people.id),
    importRef: text('import_ref').unique(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    index('media_newest').on(t.createdAt, t.id).where(sql`${t.deletedAt} is null`),
    index('media_poster').on(t.posterId).where(sql`${t.posterId} is not null`),
    index('media_captions').on(t.captionsId).where(sql`${t.captionsId} is not null`),
  ],
);

/**
 * Which files a post shows or links, kept by trigger (drizzle/0012): no reference, for what a post
 * refers to may be gone, and then its author has to hear of it.
 */
export const postMedia = pgTable(
  'post_media',
  {
    postId: integer('post_id')
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    mediaId: integer('media_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.mediaId] }),
    index('post_media_media').on(t.mediaId, t.postId),
  ],
);

/** Uploads on their way from a browser straight to the bucket; swept when nobody completes them. */
export const mediaUploads = pgTable('media_uploads', {
  id: uuid('id').primaryKey().defaultRandom(),
  key: text('key').notNull(),
  name: text('name').notNull(),
  /** The file whose place it takes. */
  replacesId: integer('replaces_id').references(() => media.id, { onDelete: 'cascade' }),
  personId: integer('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
  createdAt: createdAt(),
});

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
