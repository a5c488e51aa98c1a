// What a row of each kind's table says in the terms of this engine.
import type { z } from 'zod';
import type { PostInput } from '../../posts/input';
import type * as rows from './seed-rows';

type WithoutCommon<Input> = Input extends unknown
  ? Omit<Input, 'publishedAt' | 'status' | 'tags' | 'metadata' | 'cardImage' | 'slug'>
  : never;
/** What one kind's row gives; the rest is common to all. */
export type KindInput = WithoutCommon<PostInput>;

export function toEntry(row: z.output<typeof rows.entryRow>): KindInput {
  return { kind: 'entry', title: row.title, body: row.body, bodyFormat: 'html' };
}

export function toBlogmark(row: z.output<typeof rows.blogmarkRow>): KindInput {
  return {
    kind: 'blogmark',
    linkUrl: row.link_url,
    linkTitle: row.link_title,
    title: row.title,
    viaUrl: row.via_url,
    viaTitle: row.via_title,
    body: row.commentary,
    bodyFormat: row.use_markdown ? 'markdown' : 'text',
  };
}

export function toQuotation(row: z.output<typeof rows.quotationRow>): KindInput {
  return {
    kind: 'quotation',
    body: row.quotation,
    source: row.source,
    sourceUrl: row.source_url,
    context: row.context,
  };
}

export function toNote(row: z.output<typeof rows.noteRow>): KindInput {
  return { kind: 'note', body: row.body, title: row.title };
}

export function toBeat(row: z.output<typeof rows.beatRow>): KindInput {
  return {
    kind: 'beat',
    beatType: row.beat_type,
    title: row.title,
    linkUrl: row.url,
    commentary: row.commentary,
    body: row.note,
    imageUrl: row.image_url,
    imageAlt: row.image_alt,
  };
}
