// Which posts link to a page already, however its address is written.
import { and, desc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { database } from '../db/client';
import { posts } from '../db/schema';
import type { LinkAnswer } from '../posts/editing';
import { isListed } from '../posts/visibility';
import { urls } from '../urls';

/** More than anybody reads through. */
const mostShown = 20;

type Asking = {
  /** The post that is being edited. */
  except: number | null;
  /** The one author whose drafts may be shown; null for everybody's. */
  onlyOf: number | null;
};

/** The posts that link to a page, the newest first; of others' posts only public ones are told. */
export async function listDuplicates(
  url: string,
  { except, onlyOf }: Asking,
  now = new Date(),
  db = database(),
): Promise<LinkAnswer['duplicates']> {
  const isVisible = onlyOf === null ? undefined : or(isListed(now), eq(posts.authorId, onlyOf));
  const rows = await db
    .select({
      id: posts.id,
      title: posts.displayTitle,
      status: posts.status,
      slug: posts.slug,
      publishedOn: posts.publishedOn,
      publishedAt: posts.publishedAt,
      listedAt: posts.listedAt,
    })
    .from(posts)
    .where(
      and(
        sql`comparable_url(${posts.linkUrl}) = comparable_url(${url})`,
        isNull(posts.deletedAt),
        ne(posts.id, except ?? 0),
        isVisible,
      ),
    )
    .orderBy(desc(posts.updatedAt), desc(posts.id))
    .limit(mostShown);
  return rows.map(({ id, title, status, slug, publishedOn, publishedAt, listedAt }) => ({
    id,
    title,
    status,
    publishedAt: status === 'draft' ? null : (publishedAt?.toISOString() ?? null),
    publicPath:
      listedAt !== null && listedAt <= now && publishedOn !== null
        ? urls.post({ publishedOn, slug })
        : null,
  }));
}
