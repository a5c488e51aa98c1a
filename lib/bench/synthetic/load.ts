// Fills an empty database with made-up posts, set by set inside Postgres: a million in minutes.
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { takeInWords } from '../../search/words';
import { insertPostBatch } from './posts';
import { insertTaggingBatch, insertTags, settleTagCounts, twoThousandSlug } from './taggings';
import { makeMaterial } from './words';

const batchSize = 50_000;
/** So many posts have nearly every word that is made up. */
const postsWithEveryWord = 5000;

export { twoThousandSlug };

/**
 * Loads this many posts with their tags, in one transaction, and analyses the tables.
 * @param database empty, with the newest schema
 */
export async function loadPosts(
  count: number,
  database: Database,
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.execute(sql`set local synchronous_commit = off`);
    await tx.execute(sql`set local work_mem = '256MB'`);
    await insertMaterial(tx);
    await insertTags(tx);
    await withoutRowTriggers(tx, async () => {
      for (let from = 1; from <= count; from += batchSize) {
        const batch = { from, to: Math.min(count, from + batchSize - 1), count };
        await insertPostBatch(batch, tx);
        await insertTaggingBatch(batch, tx);
        onProgress(batch.to);
      }
    });
    await settleTagCounts(tx);
    // The same words come again and again, and taking them in would disturb what is measured.
    await tx.execute(sql`delete from search_word_queue where post_id > ${postsWithEveryWord}`);
    await takeInWords(tx);
    await tx.execute(sql`select setval(pg_get_serial_sequence('posts', 'id'), ${count}::bigint)`);
  });
  await analyse(database);
}

/** What Postgres does by itself some time after much has changed, done now. */
export async function analyse(database: Database): Promise<void> {
  await database.execute(sql`vacuum (analyze)`);
}

async function insertMaterial(tx: Database): Promise<void> {
  const { paragraphs, titles } = makeMaterial();
  const column = <Value>(values: Value[], type: SQL) => sql`${sql.param(values)}::${type}[]`;
  await tx.execute(sql`
    create temporary table bench_paragraphs on commit drop as
      select id, body, html, words from unnest(
        ${column(
          paragraphs.map(({ text }) => text),
          sql`text`,
        )},
        ${column(
          paragraphs.map(({ html }) => html),
          sql`text`,
        )},
        ${column(
          paragraphs.map(({ words }) => words),
          sql`int`,
        )}
      ) with ordinality as material(body, html, words, id)`);
  await tx.execute(sql`
    create temporary table bench_titles on commit drop as
      select id, title from unnest(${column(titles, sql`text`)}) with ordinality as material(title, id)`);
  await tx.execute(sql`analyze bench_paragraphs`);
  await tx.execute(sql`analyze bench_titles`);
}

/**
 * The triggers that keep taggings and counts look at every row: here the load fills in itself what
 * they would. Any other trigger fires as always.
 */
const replacedTriggers = ['post_tags_copy_listing', 'post_tags_count_inserted'];

async function withoutRowTriggers(tx: Database, work: () => Promise<void>): Promise<void> {
  for (const trigger of replacedTriggers)
    await tx.execute(sql`alter table post_tags disable trigger ${sql.identifier(trigger)}`);
  await work();
  for (const trigger of replacedTriggers)
    await tx.execute(sql`alter table post_tags enable trigger ${sql.identifier(trigger)}`);
}
