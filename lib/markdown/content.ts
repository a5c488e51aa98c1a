// Two questions that most repairs ask: does it break a paragraph, and is there anything to see?
import type { Element, ElementContent } from 'hast';
import { isPhrasing } from './elements';
import { isBlank } from './tree';

/** Elements that take over the content model of what they stand in. */
export const transparent: ReadonlySet<string> = new Set(['a', 'ins', 'del']);

const media = new Set(['audio', 'hr', 'iframe', 'img', 'input', 'math', 'svg', 'video']);

export function isBlock(node: ElementContent): node is Element {
  if (node.type !== 'element') return false;
  if (!isPhrasing(node.tagName)) return true;
  return transparent.has(node.tagName) && node.children.some(isBlock);
}

export function hasContent(node: ElementContent): boolean {
  if (node.type !== 'element') return !isBlank(node);
  return media.has(node.tagName) || node.children.some(hasContent);
}

export function hasText(node: ElementContent): boolean {
  if (node.type !== 'element') return !isBlank(node);
  return node.tagName !== 'svg' && node.tagName !== 'math' && node.children.some(hasText);
}
