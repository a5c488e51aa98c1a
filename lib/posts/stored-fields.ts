// A stored post back as the fields it was made from.
import type { posts } from '../db/schema';
import type { PostFields } from './input';
import type { VersionFields } from './versions';

type Row = Pick<
  typeof posts.$inferSelect,
  keyof VersionFields | 'status' | 'authorId' | 'createdAt' | 'updatedAt'
>;

const orEmpty = (value: string | null) => value ?? '';

/**
 * The fields of a stored row, without its tags. Trusted as stored: a draft may lack what a
 * published post needs.
 */
export function storedFields(row: Row): PostFields {
  const { kind, slug, status, lang, cardImage, seriesId, authorId, metadata, bodyFormat } = row;
  const common = {
    slug,
    status,
    lang,
    cardImage,
    seriesId,
    authorId,
    metadata,
    bodyFormat,
    publishedAt: row.publishedAt ?? row.createdAt,
    updatedAt: row.updatedAt,
    tags: [],
    body: orEmpty(row.body),
  };
  switch (kind) {
    case 'entry':
      return { ...common, kind, title: orEmpty(row.title), excerpt: row.excerpt };
    case 'blogmark':
      return {
        ...common,
        kind,
        linkUrl: orEmpty(row.linkUrl),
        linkTitle: orEmpty(row.linkTitle),
        title: row.title,
        viaUrl: row.viaUrl,
        viaTitle: row.viaTitle,
      };
    case 'quotation':
      return {
        ...common,
        kind,
        source: orEmpty(row.source),
        sourceUrl: row.sourceUrl,
        context: row.context,
      };
    case 'note':
      return { ...common, kind, title: row.title };
    case 'beat':
      return {
        ...common,
        kind,
        beatType: orEmpty(row.beatType),
        title: orEmpty(row.title),
        linkUrl: orEmpty(row.linkUrl),
        commentary: orEmpty(row.commentary),
        imageUrl: row.imageUrl,
        imageAlt: row.imageAlt,
      };
  }
}
