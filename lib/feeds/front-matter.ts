// A post as its author wrote it: the fields as YAML front matter, then the text. Pure.
import { stringify } from 'yaml';
import type { BodyFormat } from '../markdown/render';
import type { PostKind } from '../posts/kinds';
import { timestamp } from './item';
import { writable } from './xml';

/** The columns that hold what an author wrote, and what stands around it. */
export type WrittenPost = {
  kind: PostKind;
  slug: string;
  publishedAt: Date;
  updatedAt: Date;
  title: string | null;
  body: string | null;
  bodyFormat: BodyFormat;
  excerpt: string | null;
  linkUrl: string | null;
  linkTitle: string | null;
  viaUrl: string | null;
  viaTitle: string | null;
  source: string | null;
  sourceUrl: string | null;
  context: string | null;
  beatType: string | null;
  commentary: string | null;
  imageUrl: string | null;
  imageAlt: string | null;
  cardImage: string | null;
  lang: string | null;
  /** Names as written, in the order of attaching. */
  tags: string[];
  series: string | null;
};

/**
 * The Markdown file of a post. A text in HTML or plain text stays as it is, and says so.
 * @param url its own address, absolute
 */
export function printMarkdown(post: WrittenPost, url: string): string {
  const { kind, slug, bodyFormat } = post;
  const fields = {
    title: post.title,
    kind,
    url,
    slug,
    date: timestamp(post.publishedAt),
    updated: timestamp(post.updatedAt),
    tags: post.tags.length > 0 ? post.tags : null,
    series: post.series,
    lang: post.lang,
    format: bodyFormat === 'markdown' ? null : bodyFormat,
    ...fieldsOfKind(post),
    card_image: post.cardImage,
  };
  const given = Object.entries(fields).filter(([, value]) => value !== null && value !== '');
  const matter = stringify(Object.fromEntries(given), { lineWidth: 0 });
  const body = (post.body ?? '').replace(/\r\n?/g, '\n').trim();
  return `---\n${writable(matter)}---\n${body === '' ? '' : `\n${body}\n`}`;
}

function fieldsOfKind(post: WrittenPost): Record<string, string | null> {
  switch (post.kind) {
    case 'entry':
      return { excerpt: post.excerpt };
    case 'blogmark':
      return {
        link: post.linkUrl,
        link_title: post.linkTitle,
        via: post.viaUrl,
        via_title: post.viaTitle,
      };
    case 'quotation':
      return { source: post.source, source_url: post.sourceUrl, context: post.context };
    case 'note':
      return {};
    case 'beat':
      return {
        type: post.beatType,
        link: post.linkUrl,
        commentary: post.commentary,
        image: post.imageUrl,
        image_alt: post.imageAlt,
      };
  }
}
