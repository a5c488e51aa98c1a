// Everything that is stored of a post for its readers, made once when it is saved.
import { formatDay } from '../dates';
import {
  RENDERER_VERSION,
  type RenderedBody,
  type RenderOptions,
  renderBody,
  renderInline,
  typographic,
} from '../markdown/render';
import type { MediaFacts } from '../media/facts';
import type { DraftFields } from './input';
import { kinds } from './kinds';

/** What rendering depends on besides the post. */
export type RenderStyle = {
  typography: boolean;
  ownHosts: string[];
  language: string;
  /** Files of the library that it shows. */
  media?: MediaFacts;
};

export type RenderedPost = {
  rendererVersion: number;
  displayTitle: string;
  html: string;
  listHtml: string | null;
  excerptHtml: string;
  contextHtml: string;
  hasMore: boolean;
  plainText: string;
  wordCount: number;
  removed: RenderedBody['removed'];
};

type Place = {
  /** The number in the short address, unique within a kind: both keep the ids of posts on one page apart. */
  number: number;
  /** The day in the address; names a note that has no title. */
  publishedOn: string;
};

/** Renders a post, or what there is of a draft. */
export async function renderPost(
  post: DraftFields,
  place: Place,
  style: RenderStyle,
): Promise<RenderedPost> {
  const { typography, ownHosts, media } = style;
  const locale = post.lang ?? style.language;
  const idPrefix = `${kinds[post.kind].short}${place.number}-`;
  const body = await renderBody(post.body, {
    format: post.bodyFormat,
    typography,
    ownHosts,
    idPrefix,
    locale,
    media,
  });
  const small = renderInline(smallText(post), { typography, ownHosts });
  const title = titleOf(post, place, style);
  return {
    rendererVersion: RENDERER_VERSION,
    displayTitle: typography ? typographic(title) : title,
    html: body.html,
    listHtml: body.listHtml,
    ...(await excerptOf(post, body, { typography, ownHosts, idPrefix, locale, media })),
    contextHtml: small.html,
    plainText: [body.text, small.text].filter(Boolean).join('\n'),
    wordCount: body.wordCount,
    removed: body.removed,
  };
}

/** The author's own excerpt where there is one. */
async function excerptOf(
  post: DraftFields,
  body: RenderedBody,
  options: Omit<RenderOptions, 'format'>,
) {
  if (post.kind !== 'entry' || !post.excerpt?.trim())
    return { excerptHtml: body.excerptHtml, hasMore: body.hasMore };
  const own = await renderBody(post.excerpt, { ...options, format: 'markdown' });
  return { excerptHtml: own.listHtml ?? own.html, hasMore: true };
}

/** The one-line second text of a kind. */
function smallText(post: DraftFields): string {
  if (post.kind === 'quotation') return post.context ?? '';
  if (post.kind === 'beat') return post.commentary;
  return '';
}

/** What names a post in headings and links. */
function titleOf(post: DraftFields, place: Place, style: RenderStyle): string {
  switch (post.kind) {
    case 'entry':
    case 'beat':
      return post.title.trim();
    case 'blogmark':
      return post.linkTitle.trim();
    case 'quotation':
      return `A quote from ${post.source.trim()}`;
    case 'note':
      return post.title?.trim() || `Note on ${formatDay(place.publishedOn, style.language)}`;
  }
}
