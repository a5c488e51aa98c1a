// Renders posts again whose stored HTML was made by an older renderer, or all of them: for the
// command line, on every processor.
import { and, asc, eq, gt, ne } from 'drizzle-orm';
import { cacheTags } from '../cache-tags';
import type { Database } from '../db/client';
import { changePages } from '../db/page-changes';
import { posts } from '../db/schema';
import { RENDERER_VERSION } from '../markdown/render';
import { getSettings } from '../settings/queries';
import { RenderPool } from './render-pool';
import { withMedia } from './render-style';
import { storedFields } from './stored-fields';

const batchSize = 500;

type RerenderOptions = {
  /** Also what is up to date; for a change of a setting that rendering depends on. */
  all: boolean;
  onProgress: (done: number) => void;
};

/** Renders stale posts again, a transaction a batch; sources stay as they are. @returns how many */
export async function rerenderPosts(
  { all, onProgress }: RerenderOptions,
  db: Database,
): Promise<number> {
  const style = await getSettings(db);
  const pool = new RenderPool();
  let done = 0;
  let after = 0;
  try {
    for (;;) {
      const isStale = all ? undefined : ne(posts.rendererVersion, RENDERER_VERSION);
      const rows = await db
        .select()
        .from(posts)
        .where(and(gt(posts.id, after), isStale))
        .orderBy(asc(posts.id))
        .limit(batchSize);
      const last = rows.at(-1);
      if (last === undefined) return done;
      const fields = rows.map(storedFields);
      const withFiles = await withMedia(style, fields, db);
      const rendered = await pool.render(
        rows.map((row, index) => ({
          fields: fields[index] ?? storedFields(row),
          number: row.number,
          publishedOn: row.publishedOn ?? row.createdAt.toISOString().slice(0, 10),
          style: withFiles,
        })),
      );
      await changePages(db, async (tx, touch) => {
        for (const [index, { id }] of rows.entries())
          await tx
            .update(posts)
            .set(rendered[index] ?? {})
            .where(eq(posts.id, id));
        touch([cacheTags.site]);
      });
      after = last.id;
      done += rows.length;
      onProgress(done);
    }
  } finally {
    await pool.close();
  }
}
