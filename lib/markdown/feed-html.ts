// A stored body as readers of feeds can show it. They know no address but the feed's own, no style
// sheet and no script, and drop frames, drawings, form fields and what they do not know: every
// address becomes absolute, and what would be dropped gives way to words or a link.
import type { Element, ElementContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { plainText } from './plain-text';
import { print } from './print';
import {
  attribute,
  bodyOf,
  classesOf,
  eachElement,
  findElement,
  isElement,
  make,
  type Parent,
  replaceElements,
  text,
} from './tree';
import { youtubePage, youtubeVideo } from './youtube';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * Rewrites the HTML of a post.
 * @param base address of the post's page, absolute
 */
export function feedHtml(html: string, base: string): string {
  const body = bodyOf(parser.parse(html));
  replaceElements(body, (element, parent) => plainForm(element, parent, base));
  eachElement(body, (element) => {
    keepAttributes(element);
    makeAbsolute(element, base);
  });
  return print(body);
}

/** What stands in the place of something that readers would drop; undefined where it may stay. */
function plainForm(element: Element, parent: Parent, base: string): ElementContent[] | undefined {
  const classes = classesOf(element);
  if (classes.some((name) => forPagesAlone.has(name)) || isBackReference(element)) return [];
  if (element.properties.hidden) return [];
  switch (element.tagName) {
    case 'iframe':
      return [linkToFrame(element)];
    case 'details':
      return openDetails(element, parent);
    case 'svg':
      return describeDrawing(element, base);
    case 'input':
      return [text(element.properties.checked ? '☑ ' : '☐ ')];
    case 'section':
      return classes.includes('footnotes') ? [make('hr'), ...element.children] : undefined;
    case 'div':
      if (classes.includes('embed')) return [make('p', {}, element.children)];
      return classes.includes('table-scroll') ? element.children : undefined;
    case 'span':
      return element.properties.lang || element.properties.dir ? undefined : element.children;
    default:
      return undefined;
  }
}

/** A heading's link to itself; what only those hear who listen to a page. */
const forPagesAlone = new Set(['anchor', 'sr-only']);

const isBackReference = ({ properties }: Element) => properties.dataFootnoteBackref !== undefined;

function linkToFrame(frame: Element): Element {
  const src = attribute(frame, 'src') ?? '';
  const href = URL.canParse(src) ? pageOfFrame(new URL(src)) : src;
  return make('a', { href }, [text(attribute(frame, 'title') || href)]);
}

/** Where a visitor would want to get; the frame itself where that is not known. */
function pageOfFrame(src: URL): string {
  const video = youtubeVideo(src);
  if (video) return video.id === 'videoseries' ? src.href : youtubePage(video);
  const vimeo = /^\/video\/(\d+)/.exec(src.pathname)?.[1];
  if (src.host === 'player.vimeo.com' && vimeo) return `https://vimeo.com/${vimeo}`;
  return /^\/@[^/]+\/\d+\/embed$/.test(src.pathname)
    ? src.href.replace(/\/embed.*$/, '')
    : src.href;
}

function openDetails(details: Element, parent: Parent): ElementContent[] {
  const summary = details.children.find((child) => isElement(child, 'summary'));
  const words = isElement(summary) ? plainText(summary).trim() : '';
  const rest = details.children.filter((child) => child !== summary);
  const target = targetOf(details, parent);
  if (target) return [make('p', {}, [make('a', { href: target }, [text(words || target)])])];
  if (words === '') return rest;
  return [make('p', {}, [make('strong', {}, [text(words)])]), ...rest];
}

/** Where a click would have led: to a video, or to a picture that moves. */
function targetOf(details: Element, parent: Parent): string | undefined {
  if (classesOf(details).includes('video-embed')) {
    const link = findElement(details, ({ tagName }) => tagName === 'a');
    return link && attribute(link, 'href');
  }
  if (!isElement(parent) || !classesOf(parent).includes('click-to-play')) return undefined;
  const image = findElement(details, ({ tagName }) => tagName === 'img');
  return image && attribute(image, 'src');
}

function describeDrawing(drawing: Element, base: string): ElementContent[] {
  if (attribute(drawing, 'ariaHidden') === 'true') return [];
  const title = findElement(drawing, ({ tagName }) => tagName === 'title');
  const name = attribute(drawing, 'ariaLabel') ?? (title && plainText(title).trim());
  return [make('a', { href: base }, [text(name ? `[Drawing: ${name}]` : '[Drawing]')])];
}

const kept = new Set(
  `abbr alt cite colSpan controls dateTime default dir height href kind label lang loop media muted
  open poster preload reversed rowSpan scope sizes src srcLang srcSet start title type value width`.split(
    /\s+/,
  ),
);

/** Classes and marks mean nothing without our style sheet; ids of many posts would meet. */
function keepAttributes({ properties }: Element): void {
  for (const name of Object.keys(properties)) if (!kept.has(name)) delete properties[name];
}

function makeAbsolute(element: Element, base: string): void {
  for (const name of ['href', 'src', 'poster', 'cite']) {
    const value = attribute(element, name);
    if (value !== undefined) element.properties[name] = absoluteAddress(value, base);
  }
  const candidates = attribute(element, 'srcSet')?.split(', ');
  if (candidates)
    element.properties.srcSet = candidates
      .map((candidate) => candidate.replace(/^\S+/, (address) => absoluteAddress(address, base)))
      .join(', ');
}

const absoluteAddress = (address: string, base: string) =>
  URL.canParse(address, base) ? new URL(address, base).href : base;
