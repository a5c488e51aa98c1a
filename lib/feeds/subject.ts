// What a feed is of: which posts, what it is called, and what has to change before it does.
import { and, desc, eq, gte, lt, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import { type Day, formatFullDay, formatMonth, monthRange } from '../dates';
import type { Database } from '../db/client';
import { posts, postTags } from '../db/schema';
import { beatType, kinds } from '../posts/kinds';
import { getPost } from '../posts/page-queries';
import { newestFirst, oldestFirst } from '../posts/queries';
import { pageSize } from '../posts/types';
import { isListed } from '../posts/visibility';
import { getSeries } from '../series/queries';
import { getTags, taggedIds } from '../tags/queries';
import type { PageAddress } from '../urls';

type Window = { limit: number; offset: number };

export type Subject = {
  /** After the name of the site; null for the whole of it. */
  name: string | null;
  /** Cache tags of what is shown. */
  tags: string[];
  /** There is no end of such feeds: they are kept in memory alone. */
  isUnbounded: boolean;
  /** Whether the feed is there while it has no posts. */
  mayBeEmpty: boolean;
  order: SQL[];
  /** Posts a page. */
  size: number;
  /** A query for the ids of the posts in a part of the list. */
  ids: (window: Window) => SQLWrapper;
};

/** More than anybody publishes: a day has one page, as among the reading pages. */
const allOfDay = 100_000;

type Asked = { of: PageAddress; locale: string; now: Date; db: Database };

/** The subject of the feed of a page; null when there is nothing of that name. */
export async function findSubject(asked: Asked): Promise<Subject | null> {
  const { of, locale } = asked;
  switch (of.page) {
    case 'stream':
      // As in the stream, a beat without a note counts for little: it has a feed of its own.
      return subject(asked, {
        name: null,
        tags: [cacheTags.everything],
        // Written as the index `posts_in_feed` has it.
        where: sql`(${posts.kind} <> 'beat' or ${posts.hasNote})`,
        mayBeEmpty: true,
      });
    case 'kind':
      return subject(asked, {
        name: of.kind === 'beat' ? 'Beats' : kinds[of.kind].heading,
        tags: [cacheTags.kind(of.kind)],
        where: eq(posts.kind, of.kind),
        mayBeEmpty: true,
      });
    case 'beats':
      return subject(asked, {
        name: beatType(of.type).plural,
        tags: [cacheTags.beats(of.type)],
        where: and(eq(posts.kind, 'beat'), eq(posts.beatType, of.type)),
      });
    case 'month': {
      const { from, before } = monthRange(of.year, of.month);
      return subject(asked, {
        name: formatMonth(of.year, of.month, locale),
        tags: [cacheTags.month(from)],
        where: and(gte(posts.publishedOn, from), lt(posts.publishedOn, before)),
        order: oldestFirst,
      });
    }
    case 'day':
      return subject(asked, {
        name: formatFullDay(of.day, locale),
        tags: [cacheTags.day(of.day)],
        where: eq(posts.publishedOn, of.day),
        order: oldestFirst,
        size: allOfDay,
      });
    case 'tag':
      return tagSubject(of.slugs, asked);
    case 'series':
      return seriesSubject(of.slug, asked);
    case 'post':
      return postSubject(of, asked);
    default:
      return null;
  }
}

type Listed = Pick<Subject, 'name' | 'tags'> &
  Partial<Pick<Subject, 'mayBeEmpty' | 'order' | 'size'>> & { where: SQL | undefined };

function subject({ now, db }: Asked, { where, order = newestFirst, ...listed }: Listed): Subject {
  return {
    isUnbounded: false,
    mayBeEmpty: false,
    size: pageSize,
    ...listed,
    order,
    ids: ({ limit, offset }) =>
      db
        .select({ id: posts.id })
        .from(posts)
        .where(and(isListed(now), where))
        .orderBy(...order)
        .limit(limit)
        .offset(offset),
  };
}

async function tagSubject(slugs: string[], { now, db }: Asked): Promise<Subject | null> {
  const tags = await getTags(slugs, now, db);
  if (tags.length < slugs.length || tags.some((tag) => tag.count === 0)) return null;
  return {
    name: tags.map((tag) => tag.name).join(', '),
    tags: [cacheTags.tagPages, ...tags.map((tag) => cacheTags.tag(tag.id))],
    isUnbounded: tags.length > 1,
    mayBeEmpty: false,
    order: newestFirst,
    size: pageSize,
    ids: ({ limit, offset }) =>
      taggedIds(tags, now, db)
        .orderBy(desc(postTags.listedAt), desc(postTags.postId))
        .limit(limit)
        .offset(offset),
  };
}

async function seriesSubject(slug: string, asked: Asked): Promise<Subject | null> {
  const series = await getSeries(slug, asked.db);
  if (series === null) return null;
  return subject(asked, {
    name: series.title,
    tags: [cacheTags.series(series.id)],
    where: eq(posts.seriesId, series.id),
  });
}

/** One post alone; null where its address is written otherwise. */
async function postSubject(
  { day, slug }: { day: Day; slug: string },
  asked: Asked,
): Promise<Subject | null> {
  const post = await getPost(day, slug, asked.now, asked.db);
  if (post === null || post.slug !== slug) return null;
  return subject(asked, {
    name: post.displayTitle,
    tags: [cacheTags.post(post.id), ...cacheTags.tagNames(post.tags.map((tag) => tag.id))],
    where: eq(posts.id, post.id),
  });
}
