// What a body says, without markup: for search, descriptions and counting. Words of code belong to
// it; what only serves reading on screen (anchors, footnote numbers, player links) does not.
import type { Element, ElementContent } from 'hast';
import { isPhrasing } from './elements';
import { classesOf, type Parent } from './tree';

const silent = new Set(['svg', 'math', 'rt', 'rp', 'audio', 'video', 'iframe', 'input']);

export function plainText(node: Parent): string {
  const parts: string[] = [];
  collect(node, parts, false);
  return parts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

function collect(parent: Parent, parts: string[], isPre: boolean): void {
  for (const child of parent.children) {
    if (child.type === 'text') parts.push(isPre ? child.value : child.value.replace(/\s+/g, ' '));
    if (child.type !== 'element' || isSilent(child)) continue;
    if (child.tagName === 'br') parts.push('\n');
    else if (isPhrasing(child.tagName)) collect(child, parts, isPre);
    else {
      const gap = child.tagName === 'td' || child.tagName === 'th' ? ' ' : '\n';
      parts.push(gap);
      collect(child, parts, isPre || child.tagName === 'pre');
      parts.push(gap);
    }
  }
}

function isSilent(element: Element): boolean {
  if (silent.has(element.tagName) || element.properties.hidden === true) return true;
  if (isFootnoteMark(element)) return true;
  return classesOf(element).some((name) => name === 'sr-only' || name === 'video-link');
}

/** The number that leads to a footnote, and the arrow that leads back. */
export function isFootnoteMark(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  const { dataFootnoteRef, dataFootnoteBackref } = node.properties;
  if (dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined) return true;
  return node.tagName === 'sup' && node.children.some(isFootnoteMark);
}
