// The dump of the seed blog's tables (the blog that this engine is modelled on).
import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { dayInZone } from '../../dates';
import { absolute, urls } from '../../urls';
import type { ImportRecord, ImportSource } from '../record';
import { countRows, readTable, type TableRow } from './ndjson-tables';
import { type KindInput, toBeat, toBlogmark, toEntry, toNote, toQuotation } from './seed-kinds';
import * as rows from './seed-rows';

/** The one blog whose tables look like this; part of every import reference. */
const host = 'simonwillison.net';
const refOf = (type: string, id: number) => `seed:${host}:${type}:${id}`;

/**
 * The kinds in the order in which the old site looked an address up: of two posts with one
 * address, the first one was served and keeps it.
 */
const tables = [
  { type: 'blogmark', schema: rows.blogmarkRow, toInput: toBlogmark },
  { type: 'entry', schema: rows.entryRow, toInput: toEntry },
  { type: 'quotation', schema: rows.quotationRow, toInput: toQuotation },
  { type: 'note', schema: rows.noteRow, toInput: toNote },
  { type: 'beat', schema: rows.beatRow, toInput: toBeat },
] as const;

export const seedDump: ImportSource = {
  name: 'dump of the seed blog',

  async recognises(folder) {
    return access(path.join(folder, 'blog_entry.metadata.json')).then(
      () => true,
      // Not there: another format.
      () => false,
    );
  },

  async countPosts(folder) {
    const counts = await Promise.all(tables.map(({ type }) => countRows(folder, `blog_${type}`)));
    return counts.reduce((sum, count) => sum + count, 0);
  },

  async *read(folder) {
    yield* readSeries(folder);
    const tagNames = new Map<number, string>();
    for await (const { values } of readTable(folder, 'blog_tag')) {
      const tag = rows.tagRow.parse(values);
      tagNames.set(tag.id, tag.tag);
      yield { type: 'tag', name: tag.tag, description: tag.description };
    }
    yield* readPosts(folder, tables[0], tagNames);
    yield* readPosts(folder, tables[1], tagNames);
    yield* readPosts(folder, tables[2], tagNames);
    yield* readPosts(folder, tables[3], tagNames);
    yield* readPosts(folder, tables[4], tagNames);
    yield* readFormerNames(folder, tagNames);
    yield* readRedirects(folder);
    const chapters = await countRows(folder, 'guides_chapter');
    if (chapters > 0)
      yield {
        type: 'remark',
        text: `${chapters} guide chapters are not yet supported and were left out.`,
      };
  },
};

async function* readSeries(folder: string): AsyncGenerator<ImportRecord> {
  for await (const { values } of readTable(folder, 'blog_series')) {
    const row = rows.seriesRow.parse(values);
    yield {
      type: 'series',
      ref: refOf('series', row.id),
      slug: row.slug,
      title: row.title,
      summary: row.summary,
      createdAt: row.created,
    };
  }
}

type Dated = {
  id: number;
  created: Date;
  slug: string;
  metadata: Record<string, unknown>;
  import_ref: string | null;
  card_image: string | null;
  is_draft: boolean;
  series_id?: number | null;
};

/** One kind's table with its taggings. */
async function* readPosts<Row extends Dated>(
  folder: string,
  table: { type: string; schema: z.ZodType<Row>; toInput: (row: Row) => KindInput },
  tagNames: Map<number, string>,
): AsyncGenerator<ImportRecord> {
  const { type } = table;
  const taggings = await readTaggings(folder, type, tagNames);
  for await (const row of readTable(folder, `blog_${type}`)) {
    const parsed = table.schema.safeParse(row.values);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      yield {
        type: 'rejected',
        name: `${type} ${String(row.values.id)}`,
        why: `${issue?.path.join('.')}: ${issue?.message}`,
      };
      continue;
    }
    const tags = taggings.get(parsed.data.id) ?? [];
    taggings.delete(parsed.data.id);
    yield toPost(type, row, parsed.data, table.toInput(parsed.data), tags);
  }
  for (const [id, names] of taggings)
    for (const name of names)
      yield {
        type: 'rejected',
        name: `${type} tagging ${id} “${name}”`,
        why: `there is no ${type} ${id}`,
      };
}

/** The tags of each post in the order of the join table's ids. */
async function readTaggings(folder: string, type: string, tagNames: Map<number, string>) {
  const taggings: { id: number; post: number; tag: number }[] = [];
  for await (const { values } of readTable(folder, `blog_${type}_tags`))
    taggings.push({
      id: Number(values.id),
      post: Number(values[`${type}_id`]),
      tag: Number(values.tag_id),
    });
  taggings.sort((a, b) => a.id - b.id);
  const byPost = new Map<number, string[]>();
  for (const { post, tag } of taggings) {
    const name = tagNames.get(tag);
    if (name === undefined) continue;
    byPost.set(post, [...(byPost.get(post) ?? []), name]);
  }
  return byPost;
}

function toPost(
  type: string,
  { line }: TableRow,
  row: Dated,
  input: KindInput,
  tags: string[],
): ImportRecord {
  // The old site dated its addresses in UTC.
  const publishedOn = dayInZone(row.created, 'UTC');
  const path = urls.post({ publishedOn, slug: row.slug });
  return {
    type: 'post',
    ref: refOf(type, row.id),
    hash: createHash('sha256').update(line).update(JSON.stringify(tags)).digest('hex').slice(0, 32),
    name: `${type} ${row.id} ${path}`,
    number: row.id,
    slug: row.slug,
    publishedOn,
    feedId: (slug) => absolute(urls.post({ publishedOn, slug }), `https://${host}`),
    seriesRef: row.series_id ? refOf('series', row.series_id) : null,
    input: {
      ...input,
      slug: row.slug,
      status: row.is_draft ? 'draft' : 'published',
      publishedAt: row.created,
      updatedAt: row.created,
      tags,
      cardImage: row.card_image,
      metadata: row.import_ref ? { ...row.metadata, sourceRef: row.import_ref } : row.metadata,
    },
  };
}

async function* readFormerNames(
  folder: string,
  tagNames: Map<number, string>,
): AsyncGenerator<ImportRecord> {
  for await (const { values } of readTable(folder, 'blog_previoustagname')) {
    const row = rows.formerNameRow.parse(values);
    const tag = tagNames.get(row.tag_id);
    if (tag === undefined)
      yield {
        type: 'rejected',
        name: `former tag name “${row.previous_name}”`,
        why: `there is no tag ${row.tag_id}`,
      };
    else yield { type: 'former name', name: row.previous_name, tag };
  }
}

async function* readRedirects(folder: string): AsyncGenerator<ImportRecord> {
  for await (const { values } of readTable(folder, 'redirects_redirect')) {
    const row = rows.redirectRow.parse(values);
    yield {
      type: 'redirect',
      ref: refOf('redirect', row.id),
      host: row.domain,
      path: row.path,
      target: row.target,
    };
  }
}
