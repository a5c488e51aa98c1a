// SVG and MathML keep to their own elements: no HTML inside, so that a reader's parser sees exactly
// the tree that was checked here.
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { mathElements, svgElements } from './elements';
import { convertDrawingStyle } from './inline-styles';
import type { Removals } from './removals';
import { eachElement, text } from './tree';

const ownElements: Readonly<Record<string, ReadonlySet<string>>> = {
  svg: new Set(svgElements),
  math: new Set(mathElements),
};

/** Elements whose content the HTML parser reads as HTML again. */
const holdsText = new Set(['title', 'desc', 'mi', 'mn', 'mo', 'ms', 'mtext']);

export function confineDrawing(drawing: Element, removals: Removals): void {
  const own = ownElements[drawing.tagName];
  if (!own) return;
  drawing.children = confined(drawing.children, own, removals);
  convertAttributes(drawing);
  eachElement(drawing, convertAttributes);
}

function convertAttributes(element: Element): void {
  convertDrawingStyle(element);
  delete element.properties.hidden; // Means something on HTML only.
}

function confined(
  children: ElementContent[],
  own: ReadonlySet<string>,
  removals: Removals,
): ElementContent[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return child.type === 'text' ? [child] : [];
    if (child.tagName === 'a') return confined(child.children, own, removals);
    if (!own.has(child.tagName)) {
      removals.add(`<${child.tagName}>`);
      return [];
    }
    child.children = holdsText.has(child.tagName)
      ? [text(textOf(child))]
      : confined(child.children, own, removals);
    return [child];
  });
}
