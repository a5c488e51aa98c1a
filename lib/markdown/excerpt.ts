// The first paragraph of a body, for lists, and whether there is more to read.
import type { Element, ElementContent } from 'hast';
import { hasContent, hasText } from './content';
import { isFootnoteMark, plainText } from './plain-text';
import {
  type Body,
  bodyOf,
  classesOf,
  isBlank,
  isElement,
  make,
  replaceElements,
  text,
} from './tree';

export type Excerpt = { paragraph: Element | undefined; hasMore: boolean };

const wordsWithoutParagraph = 60;

/** Reads the cut-off comment, so it must come before the comments are dropped. */
export function excerptOf(body: Body): Excerpt {
  const blocks = blocksBeforeCutoff(body);
  const paragraph = blocks.find((block) => isElement(block, 'p') && isOpening(block));
  const excerpt = isElement(paragraph) ? bare(paragraph) : firstWords(blocks);
  const shown = paragraph ?? blocks.find(hasText);
  const isCut = isElement(paragraph)
    ? indexOfCutoff(paragraph) >= 0
    : excerpt !== undefined && plainText(excerpt).endsWith('…');
  const hasMore = isCut || body.children.some((block) => block !== shown && hasContent(block));
  return { paragraph: excerpt, hasMore };
}

function blocksBeforeCutoff(body: Body): ElementContent[] {
  const at = body.children.findIndex(
    (child) => isCutoff(child) || (isElement(child) && indexOfCutoff(child) >= 0),
  );
  if (at < 0) return body.children;
  return body.children.slice(0, isCutoff(body.children[at]) ? at : at + 1);
}

function isCutoff(node: ElementContent | undefined): boolean {
  return node?.type === 'comment' && /^\s*(?:cutoff|more)\s*$/i.test(node.value);
}

function indexOfCutoff(element: Element): number {
  return element.children.findIndex(isCutoff);
}

/** Not a picture by itself, nor the line that tells where the post came from. */
function isOpening(paragraph: Element): boolean {
  if (!hasText(paragraph) || classesOf(paragraph).includes('context')) return false;
  if (classesOf(paragraph).some((name) => name === 'github-code')) return false;
  const first = paragraph.children.find((child) => !isBlank(child));
  return !(isElement(first, 'em', 'i') && plainText(first).startsWith('My answer to'));
}

/** A copy without what needs the rest of the body: ids, footnote marks, links within the page. */
function bare(paragraph: Element): Element {
  const cutoff = indexOfCutoff(paragraph);
  const children = cutoff < 0 ? paragraph.children : paragraph.children.slice(0, cutoff);
  const copy = structuredClone(make('p', { ...paragraph.properties }, children));
  delete copy.properties.id;
  dropFrom(copy);
  const box = bodyOf({ type: 'root', children: [copy] });
  replaceElements(box, (element) => {
    delete element.properties.id;
    if (isFootnoteMark(element)) return [];
    if (isElement(element, 'sup') && !hasContent(element)) return [];
    const isInner = isElement(element, 'a') && String(element.properties.href).startsWith('#');
    return isInner ? element.children : undefined;
  });
  return copy;
}

function firstWords(blocks: readonly ElementContent[]): Element | undefined {
  const block = blocks.find(hasText);
  if (!block) return undefined;
  const whole = isElement(block) ? plainText(block) : '';
  const words = whole.split(/\s+/);
  const isLong = words.length > wordsWithoutParagraph;
  const shown = words.slice(0, wordsWithoutParagraph).join(' ');
  return make('p', {}, [text(isLong ? `${shown}…` : shown)]);
}

export function dropComments(body: Body): void {
  dropFrom(body);
}

function dropFrom(parent: Body | Element): void {
  if (parent.children.some((child) => child.type === 'comment')) {
    parent.children = parent.children.filter((child) => child.type !== 'comment');
  }
  for (const child of parent.children) if (child.type === 'element') dropFrom(child);
}
