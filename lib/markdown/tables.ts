// Tables: valid rows, header cells that say what they head, and a box of their own to scroll in.
import type { Element, ElementContent } from 'hast';
import { hasContent } from './content';
import { plainText } from './plain-text';
import { isBlank, isElement, make, type Parent, replaceElements } from './tree';

/** Puts strays where a browser would show them; undefined for what is no part of a table. */
export function repairTablePart(element: Element): ElementContent[] | undefined {
  switch (element.tagName) {
    case 'table':
      return repairTable(element);
    case 'thead':
    case 'tbody':
    case 'tfoot':
      element.children = only(element, ['tr'], (stray) =>
        make('tr', {}, [make('td', {}, [stray])]),
      );
      return undefined;
    case 'tr':
      element.children = only(element, ['td', 'th'], (stray) => make('td', {}, [stray]));
      return undefined;
    default:
      return undefined;
  }
}

function only(
  element: Element,
  names: string[],
  wrap: (stray: ElementContent) => Element,
): ElementContent[] {
  return element.children.map((child) =>
    isBlank(child) || isElement(child, ...names) ? child : wrap(child),
  );
}

const order = ['caption', 'colgroup', 'thead', 'tbody', 'tfoot'];

function repairTable(table: Element): ElementContent[] | undefined {
  const strays: ElementContent[] = [];
  const parts: Element[] = [];
  for (const child of table.children) {
    if (isElement(child, ...order)) parts.push(child);
    else if (isElement(child, 'tr')) bodyFor(parts).children.push(child);
    else if (!isBlank(child)) strays.push(child);
  }
  const seen = new Set<string>();
  for (const part of parts) {
    const { tagName } = part;
    if (seen.has(tagName) && (tagName === 'thead' || tagName === 'tfoot')) part.tagName = 'tbody';
    seen.add(tagName);
  }
  table.children = order.flatMap((name) => {
    const same = parts.filter((part) => part.tagName === name);
    return name === 'caption' ? same.slice(0, 1) : same;
  });
  if (!parts.some((part) => part.children.some((child) => isElement(child, 'tr')))) {
    return [...strays, ...parts.flatMap((part) => part.children).filter(hasContent)];
  }
  return strays.length > 0 ? [...strays, table] : undefined;
}

function bodyFor(parts: Element[]): Element {
  const last = parts.at(-1);
  if (last?.tagName === 'tbody') return last;
  const body = make('tbody');
  parts.push(body);
  return body;
}

/** A wide table scrolls by itself, with the keyboard too; one in another table does not. */
export function boxTables(body: Parent): void {
  replaceElements(body, (element) => {
    if (element.tagName !== 'table') return undefined;
    labelHeaders(element);
    return [
      make(
        'div',
        { className: ['table-scroll'], tabIndex: 0, role: 'group', ariaLabel: tableName(element) },
        [element],
      ),
    ];
  });
}

/** A group and no landmark: a page may hold many, and their names need not differ. */
function tableName(table: Element): string {
  const caption = table.children.find((child) => isElement(child, 'caption'));
  return (isElement(caption) && plainText(caption)) || 'Table';
}

function labelHeaders(table: Element): void {
  replaceElements(table, (element, parent) => {
    if (isElement(element, 'div') && element.properties.role === 'group') return element.children;
    if (element.tagName !== 'th') return undefined;
    if (!hasContent(element)) {
      element.tagName = 'td';
      delete element.properties.scope;
      delete element.properties.abbr;
    } else {
      const cells = parent.children.filter((child) => isElement(child, 'td', 'th'));
      const headsRow = cells.some((cell) => isElement(cell, 'td') && hasContent(cell));
      element.properties.scope ??= headsRow && cells[0] === element ? 'row' : 'col';
    }
    return undefined;
  });
}
