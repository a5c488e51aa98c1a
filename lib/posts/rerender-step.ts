// Renders posts again a few at a time, for who asks step by step from a page: no process has to
// outlive a request for it, and a step that is not followed by another has done no harm.
import { asc, eq, gt } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { posts } from '../db/schema';
import { getSettings } from '../settings/queries';
import { renderPost } from './render-post';
import { withMedia } from './render-style';
import { rerenderDescriptions } from './rerender-descriptions';
import { storedFields } from './stored-fields';

/** Authors who save one of the posts of a step wait this long at most; so do requests for pages. */
const longestMs = 1500;
const longestStep = 200;

export type RerenderStep = {
  /** The post to go on after; null when all are done. */
  after: number | null;
  done: number;
  total: number;
};

/** Renders the posts after one again, from the first when none is given. */
export async function rerenderStep(after: number, db: Database): Promise<RerenderStep> {
  const last = await changePages(db, async (tx, touch) => {
    const settings = await getSettings(tx);
    const rows = await tx
      .select()
      .from(posts)
      .where(gt(posts.id, after))
      .orderBy(asc(posts.id))
      .limit(longestStep)
      .for('no key update');
    const until = performance.now() + longestMs;
    let last: number | null = null;
    for (const row of rows) {
      if (performance.now() > until) break;
      const publishedOn = row.publishedOn ?? row.createdAt.toISOString().slice(0, 10);
      const fields = storedFields(row);
      const style = await withMedia(settings, [fields], tx);
      const rendered = await renderPost(fields, { ...row, publishedOn }, style);
      await tx.update(posts).set(rendered).where(eq(posts.id, row.id));
      last = row.id;
    }
    if (last !== null) touch([cacheTags.site]);
    return last;
  });
  const total = await db.$count(posts);
  const left = last === null ? 0 : await db.$count(posts, gt(posts.id, last));
  if (left > 0) return { after: last, done: total - left, total };
  await rerenderDescriptions(db);
  return { after: null, done: total, total };
}
