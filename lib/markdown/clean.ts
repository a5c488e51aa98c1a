// From whatever an author or an old site wrote to a tree that may be shown: conversions first, so
// that nothing worth keeping is lost, then the allow-list, which has the last word.
import type { Element } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import { cleanAddresses } from './body-addresses';
import { mapHighlighting } from './code-classes';
import { confineDrawing } from './drawings';
import { convertEmbed } from './embeds';
import { restFrame } from './frames';
import { modernise } from './modernise';
import { countRefusedElements, type Removals } from './removals';
import { bodySchema } from './sanitize-schema';
import { type Body, bodyOf, eachElement, isElement, type Parent, replaceElements } from './tree';

const sanitize = rehypeSanitize(bodySchema);

export function cleanBody(body: Body, ownHosts: readonly string[], removals: Removals): Body {
  replaceElements(body, (element) => {
    confineDrawing(element, removals);
    return mapHighlighting(element) ?? convertEmbed(element, ownHosts, removals);
  });
  replaceElements(body, (element, parent) => {
    if (isForeignInput(element, parent)) {
      removals.add('<input>');
      return [];
    }
    return modernise(element, removals) ?? cleanAddresses(element, ownHosts, removals);
  });
  countRefusedElements(body, removals);
  const clean = bodyOf(sanitize(body));
  replaceElements(clean, restFrame);
  eachElement(clean, (element) => {
    for (const [name, value] of Object.entries(element.properties)) {
      if (Array.isArray(value) && value.length === 0) delete element.properties[name];
      if (value === true && name.startsWith('data')) element.properties[name] = '';
    }
  });
  return clean;
}

/** The only input that a body may hold is the box of a task list. */
function isForeignInput(element: Element, parent: Parent): boolean {
  if (!isElement(element, 'input')) return false;
  const isBox = element.properties.type === 'checkbox' && element.properties.disabled === true;
  return !isBox || parent.type === 'root' || !['li', 'p'].includes(parent.tagName);
}
