// Picture galleries: figures or linked thumbnails in a box, the full size behind the link.
import type { Element, ElementContent } from 'hast';
import { attribute, isBlank, isElement, make } from './tree';

export function convertGallery(element: Element): ElementContent[] {
  const items = element.children.flatMap(galleryItems);
  if (items.length === 0) return element.children;
  const columns = attribute(element, 'width') ?? attribute(element, 'max-row-items') ?? '';
  const className = /^[1-6]$/.test(columns) ? ['gallery', `gallery-${columns}`] : ['gallery'];
  return [make('div', { className }, items)];
}

/** A paragraph or another box around the pictures says nothing here. */
function galleryItems(node: ElementContent): ElementContent[] {
  if (isBlank(node)) return [];
  if (node.type !== 'element') return [node];
  switch (node.tagName) {
    case 'br':
      return [];
    case 'div':
    case 'p':
      return node.children.flatMap(galleryItems);
    case 'figure':
      node.children = node.children.map((child) =>
        isElement(child, 'img') ? thumbnail(child) : child,
      );
      return [node];
    case 'img':
      return [thumbnail(node)];
    default:
      return [node];
  }
}

/** The original script's `data-thumb` and `data-fullsize` become plain attributes. */
function thumbnail(image: Element): Element {
  const full = attribute(image, 'dataFullsize') ?? attribute(image, 'dataFullSize');
  const small = attribute(image, 'dataThumb');
  const src = attribute(image, 'src');
  if (small) image.properties.src = small;
  image.properties.width ??= attribute(image, 'dataWidth');
  image.properties.height ??= attribute(image, 'dataHeight');
  const target = full ?? (small ? src : undefined);
  return target ? make('a', { href: target }, [image]) : image;
}
