// Cleans every address of an element in place; an element that is nothing without its address goes.
import type { Element, ElementContent } from 'hast';
import { type AddressUse, cleanAddress, cleanSrcset, schemeOf } from './addresses';
import type { Removals } from './removals';
import { attribute } from './tree';

const uses: ReadonlyArray<[string, AddressUse]> = [
  ['href', 'link'],
  ['cite', 'link'],
  ['src', 'media'],
  ['poster', 'media'],
];

const needed: Readonly<Record<string, string>> = { img: 'src', track: 'src', iframe: 'src' };

export function cleanAddresses(
  element: Element,
  ownHosts: readonly string[],
  removals: Removals,
): ElementContent[] | undefined {
  const { properties, tagName } = element;
  for (const [name, use] of uses) {
    const written = attribute(element, name);
    if (written === undefined) continue;
    const clean = cleanAddress(written, tagName === 'img' ? 'image' : use, ownHosts);
    properties[name] = clean;
    if (clean === undefined) removals.add(`${schemeOf(written.trim()) ?? 'unreadable'}: address`);
  }
  const srcset = attribute(element, 'srcSet');
  if (srcset !== undefined) properties.srcSet = cleanSrcset(srcset, ownHosts);
  return replacementOf(element);
}

function replacementOf(element: Element): ElementContent[] | undefined {
  const { properties, tagName } = element;
  if (tagName === 'a' && properties.href === undefined) {
    if (properties.id === undefined) return element.children;
    element.tagName = 'span';
  }
  if (tagName === 'source' && !properties.src && !properties.srcSet) return [];
  const name = needed[tagName];
  return name !== undefined && !properties[name] ? [] : undefined;
}
