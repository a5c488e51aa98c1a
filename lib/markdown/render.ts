// The one way from what an author wrote to what is stored for readers. Pure: the same source and
// options give the same result; a change of it needs a new RENDERER_VERSION.
import type { Element } from 'hast';
import { type MediaFacts, noMedia } from '../media/facts';
import { cleanBody } from './clean';
import { renderCode } from './code';
import { dropComments, excerptOf } from './excerpt';
import { captionPictures, showFiles } from './files';
import { anchorHeadings, headingsOf, levelHeadings, nameHeadings } from './headings';
import { BodyIds, hasIds, prefixIds } from './ids';
import { finishMedia } from './media';
import { parseHtml, parseInlineMarkdown, parseMarkdown, parseText } from './parse';
import { plainText } from './plain-text';
import { print } from './print';
import { type Removal, Removals } from './removals';
import { cleanSource } from './source';
import { flattenBlocks, repairStructure } from './structure';
import { boxTables } from './tables';
import { type Body, eachElement } from './tree';
import { setTypography } from './typography-tree';
import { countWords } from './words';

export { frameHosts } from './frames';
export type { Removal } from './removals';
export { typographic } from './typography';

export const RENDERER_VERSION = 3;

export type BodyFormat = 'markdown' | 'html' | 'text';

export type RenderOptions = {
  format: BodyFormat;
  /** Typographic quotes and dashes. */
  typography: boolean;
  /** Hosts whose absolute addresses become root-relative, in lower case. */
  ownHosts?: string[];
  /** Makes ids unique where several posts stand on one page, such as `n152-`. */
  idPrefix: string;
  /** For counting words; `en` when left out. */
  locale?: string;
  /** Files of the library that it shows. */
  media?: MediaFacts;
};

export type RenderedBody = {
  /** For the post's own page. */
  html: string;
  /** For lists: without heading ids and anchors, other ids prefixed; null when it is `html`. */
  listHtml: string | null;
  /** The first paragraph as `<p>…</p>`, or nothing. */
  excerptHtml: string;
  /** Whether the body holds more than the excerpt. */
  hasMore: boolean;
  /** Everything it says, as plain text. */
  text: string;
  wordCount: number;
  removed: Removal[];
};

/** Renders a post's body; takes any string and never throws because of it. */
export async function renderBody(source: string, options: RenderOptions): Promise<RenderedBody> {
  const removals = new Removals();
  const body = parseBody(cleanSource(source), options, removals);
  await renderCode(body);
  const files = options.media ?? noMedia;
  showFiles(body, files);
  finishMedia(body);
  captionPictures(body, files);
  const ids = new BodyIds(body);
  const headings = headingsOf(body);
  levelHeadings(headings);
  nameHeadings(headings, ids.take);
  if (options.typography) setTypography(body);
  const { paragraph, hasMore } = excerptOf(body);
  dropComments(body);
  const plain = plainText(body);
  boxTables(body);
  return {
    ...printBoth(body, headings, options.idPrefix),
    excerptHtml: paragraph ? print({ type: 'root', children: [paragraph] }) : '',
    hasMore,
    text: plain,
    wordCount: countWords(plain, options.locale ?? 'en'),
    removed: removals.list(),
  };
}

/** Renders Markdown of one line to what may stand inside a paragraph. */
export function renderInline(
  source: string,
  options: { typography: boolean; ownHosts?: string[] },
): { html: string; text: string } {
  const clean = cleanSource(source);
  const parsed = parseInlineMarkdown(clean) ?? parseText(clean);
  const body = cleanBody(parsed, options.ownHosts ?? [], new Removals());
  repairStructure(body);
  finishMedia(body);
  dropComments(body);
  if (options.typography) setTypography(body);
  eachElement(body, (element) => {
    delete element.properties.id;
  });
  body.children = flattenBlocks(body.children, ' ');
  return { html: print(body), text: plainText(body) };
}

/** A body that no parser can take in reasonable time is shown as it was typed. */
function parseBody(source: string, options: RenderOptions, removals: Removals): Body {
  if (options.format === 'text') return parseText(source);
  const parsed = options.format === 'html' ? parseHtml(source) : parseMarkdown(source);
  if (!parsed) removals.add('formatting that is too complex');
  const body = parsed ? cleanBody(parsed, options.ownHosts ?? [], removals) : parseText(source);
  repairStructure(body);
  return body;
}

function printBoth(
  body: Body,
  headings: readonly Element[],
  idPrefix: string,
): { html: string; listHtml: string | null } {
  const dropAnchors = anchorHeadings(body, headings);
  const html = print(body);
  dropAnchors();
  if (!hasIds(body)) return { html, listHtml: null };
  prefixIds(body, headings, idPrefix);
  return { html, listHtml: print(body) };
}
