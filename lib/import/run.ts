// Runs an import: reads a source record by record, writes batch by batch.
import { sql } from 'drizzle-orm';
import type { Database } from '../db/client';
import { RenderPool } from '../posts/render-pool';
import { getSettings } from '../settings/queries';
import { addOwnHosts } from '../settings/write';
import { layGroundwork, type SeriesIds } from './groundwork';
import { batchSize, storeBatch } from './posts';
import type {
  FormerNameRecord,
  ImportRecord,
  PostRecord,
  RedirectRecord,
  SeriesRecord,
  TagRecord,
} from './record';
import { storeFormerNames, storeRedirects } from './redirects';
import { ImportReport } from './report';

export type ImportOptions = {
  /** Hosts that are this site now: their redirects and links become its own. */
  oldHosts: string[];
  /** Called after each batch with the number of posts dealt with so far. */
  onProgress: (posts: number) => void;
};

/**
 * Imports records in the order in which a source gives them. Each batch is one transaction, so
 * stopping in between leaves whole posts only, and running again goes on from there.
 */
export async function runImport(
  records: AsyncIterable<ImportRecord>,
  { oldHosts, onProgress }: ImportOptions,
  db: Database,
  now = new Date(),
): Promise<ImportReport> {
  const report = new ImportReport();
  if (oldHosts.length > 0) await addOwnHosts(oldHosts, db);
  const style = await getSettings(db);
  const pool = new RenderPool();
  const sorted = {
    series: [] as SeriesRecord[],
    tags: [] as TagRecord[],
    names: [] as FormerNameRecord[],
    redirects: [] as RedirectRecord[],
  };
  let batch: PostRecord[] = [];
  let done = 0;
  let seriesIds: SeriesIds | undefined;
  const flush = async () => {
    seriesIds ??= await layGroundwork(
      { seriesRecords: sorted.series, tagRecords: sorted.tags },
      style,
      report,
      db,
    );
    await storeBatch(batch, { style, seriesIds, pool, report, db, now });
    done += batch.length;
    batch = [];
    onProgress(done);
  };
  try {
    for await (const record of records) {
      switch (record.type) {
        case 'post':
          // One kind a batch: its numbers are looked up together.
          if (batch.length === batchSize || (batch[0] && batch[0].input.kind !== record.input.kind))
            await flush();
          batch.push(record);
          break;
        case 'series':
          sorted.series.push(record);
          break;
        case 'tag':
          sorted.tags.push(record);
          break;
        case 'former name':
          sorted.names.push(record);
          break;
        case 'redirect':
          sorted.redirects.push(record);
          break;
        case 'rejected':
          report.reject('other rows', record.name, record.why);
          break;
        case 'remark':
          report.remark(record.text);
          break;
      }
    }
    await flush();
    await storeFormerNames(sorted.names, report, db);
    await storeRedirects(sorted.redirects, style.ownHosts, report, db);
    // Plans rest on what the tables hold now, and lists on what the visibility map knows.
    if (report.hasChanges)
      await db.execute(sql`vacuum (analyze) posts, post_tags, tags, redirects, post_search`);
    return report;
  } finally {
    await pool.close();
  }
}
