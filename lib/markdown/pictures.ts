// Pictures and frames: loaded when they come near, described or declared to be decoration.
import type { Element, ElementContent } from 'hast';
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
  image.properties.loading = 'lazy';
  image.properties.decoding = 'async';
}

/** A link of nothing but a picture needs a name. */
function isAloneInLink(image: Element, parent: Parent): parent is Element {
  if (!isElement(asContent(parent), 'a')) return false;
  return parent.children.every(
    (child) => child === image || (child.type === 'text' && !child.value.trim()),
  );
}

function linkName(link: Element): string {
  const file = /([^/?#]+)\/?(?:[?#].*)?$/.exec(attribute(link, 'href') ?? '')?.[1];
  return attribute(link, 'title') ?? file ?? 'Image';
}

function asContent(parent: Parent): ElementContent | undefined {
  return parent.type === 'element' ? parent : undefined;
}
