// Pictures are loaded when they come near, and described or declared to be decoration; the boxes of
// task lists say their state.
import type { Element } from 'hast';
import { attribute, type Body, isElement, type Parent, replaceElements } from './tree';

export function finishMedia(body: Body): void {
  replaceElements(body, (element, parent) => {
    if (element.tagName === 'img') finishImage(element, parent);
    if (element.tagName === 'input') {
      element.properties.ariaLabel = element.properties.checked ? 'Done' : 'Not done';
    }
    return undefined;
  });
}

function finishImage(image: Element, parent: Parent): void {
  const { properties } = image;
  if (!properties.alt && properties.title) {
    properties.alt = properties.title;
    delete properties.title;
  }
  if (!properties.alt) properties.alt = isAloneInLink(image, parent) ? linkName(parent) : '';
  properties.loading = 'lazy';
  properties.decoding = 'async';
}

/** A link of nothing but a picture needs a name. */
function isAloneInLink(image: Element, parent: Parent): parent is Element {
  if (!isElement(parent, 'a')) return false;
  return parent.children.every(
    (child) => child === image || (child.type === 'text' && !child.value.trim()),
  );
}

function linkName(link: Element): string {
  const file = /([^/?#]+)\/?(?:[?#].*)?$/.exec(attribute(link, 'href') ?? '')?.[1];
  return attribute(link, 'title') ?? file ?? 'Image';
}
