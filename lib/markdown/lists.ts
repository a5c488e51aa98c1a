// Lists hold items and nothing else; an item stands in a list and nowhere else.
import type { Element, ElementContent } from 'hast';
import { isBlank, isElement, make, type Parent } from './tree';

export function repairList(list: Element): ElementContent[] | undefined {
  const children: ElementContent[] = [];
  let lastItem: Element | undefined;
  let isStray = false;
  for (const child of list.children) {
    if (isBlank(child)) children.push(child);
    else if (isElement(child, 'li')) {
      children.push(child);
      lastItem = child;
      isStray = false;
    } else if (lastItem && (isStray || isElement(child, 'ul', 'ol'))) {
      lastItem.children.push(child);
    } else {
      lastItem = make('li', {}, [child]);
      isStray = true;
      children.push(lastItem);
    }
  }
  if (!lastItem) return [];
  if (list.tagName === 'ul') dropNumbers(children);
  list.children = children;
  return undefined;
}

function dropNumbers(items: ElementContent[]): void {
  for (const item of items) if (isElement(item)) delete item.properties.value;
}

/** A `dl` that does not pair terms with descriptions was only there for its indentation. */
export function repairDescriptions(list: Element): ElementContent[] | undefined {
  const children = list.children.flatMap((child) =>
    isElement(child, 'div') ? child.children : [child],
  );
  const items = children.filter((child) => !isBlank(child));
  const isPaired = items.every((item, at) => {
    const next = items[at + 1];
    return isElement(item, 'dt')
      ? isElement(next, 'dt', 'dd')
      : isElement(item, 'dd') && isElement(items[at - 1], 'dt', 'dd');
  });
  if (items.length > 0 && isPaired) {
    list.children = children;
    return undefined;
  }
  for (const item of items) {
    if (isElement(item, 'dt', 'dd')) item.tagName = 'div';
  }
  return [make('div', { ...list.properties }, children)];
}

type Home = { parents: readonly string[]; wrapper: string; isList: boolean };

const homes: Readonly<Record<string, Home>> = {
  li: { parents: ['ul', 'ol'], wrapper: 'ul', isList: true },
  dt: { parents: ['dl'], wrapper: 'dl', isList: true },
  dd: { parents: ['dl'], wrapper: 'dl', isList: true },
  figcaption: { parents: ['figure'], wrapper: 'div', isList: false },
  summary: { parents: ['details'], wrapper: 'p', isList: false },
};

/** Items without a list get one; a caption or summary without its box becomes plain text. */
export function wrapStrayItems(parent: Parent): void {
  const parentName = parent.type === 'root' ? '' : parent.tagName;
  const homeOf = (node: ElementContent) => {
    const home = isElement(node) ? homes[node.tagName] : undefined;
    return home?.parents.includes(parentName) ? undefined : home;
  };
  if (!parent.children.some(homeOf)) return;
  const children: ElementContent[] = [];
  const made = new Set<ElementContent>();
  for (const child of parent.children) {
    const home = homeOf(child);
    const last = children.findLast((node) => !isBlank(node));
    if (!home || !isElement(child)) children.push(child);
    else if (!home.isList) children.push(make(home.wrapper, child.properties, child.children));
    else if (isElement(last, home.wrapper) && made.has(last)) last.children.push(child);
    else {
      const list = make(home.wrapper, {}, [child]);
      made.add(list);
      children.push(list);
    }
  }
  parent.children = children.flatMap((child) =>
    isElement(child, 'dl') && made.has(child) ? (repairDescriptions(child) ?? [child]) : [child],
  );
}
