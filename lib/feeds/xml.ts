// A tree of XML as text. The library escapes markup; what no XML 1.0 document may hold (control
// characters, halves of surrogate pairs), whoever typed it, is left out here.
import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

export { x as element };
export type XmlElement = Element;

/** A noncharacter, which no text keeps: it stands for `>` until the tree has been written. */
const standIn = '\ufdd0';

const unwritable =
  /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fdcf}\u{fdf0}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text without what XML cannot hold, lines ended in one way. */
export function writable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwritable, '');
}

/** A whole document in UTF-8. `>` is escaped as well: `]]>` may not stand in text. */
export function printXml(root: Element): string {
  prepare(root);
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(root, { closeEmptyElements: true }).replaceAll(standIn, '&gt;')}\n`;
}

function prepare(element: Element): void {
  const { attributes } = element;
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === 'string') attributes[name] = prepared(value);
  element.children.forEach(prepareChild);
}

function prepareChild(child: ElementContent): void {
  if (child.type === 'element') prepare(child);
  else if (child.type === 'text') child.value = prepared(child.value);
}

const prepared = (text: string) => writable(text).replaceAll('>', standIn);
