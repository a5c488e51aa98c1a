// The few operations that every pass over a body's tree is made of. A body is a hast root that
// holds no doctype, so that its children and an element's children have one type.
import type { Element, ElementContent, Properties, Root } from 'hast';

export type Body = Omit<Root, 'children'> & { children: ElementContent[] };
export type Parent = Body | Element;

export function bodyOf(root: Root): Body {
  return { type: 'root', children: root.children.filter((node) => node.type !== 'doctype') };
}

export function isElement(
  node: ElementContent | Parent | undefined,
  ...names: string[]
): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

export function make(
  tagName: string,
  properties: Properties = {},
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}

export function isBlank(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && /^\s*$/.test(node.value));
}

/** The attribute as text, whatever hast made of it; undefined when it is missing or a flag. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

export function classesOf(element: Element): string[] {
  return (attribute(element, 'className') ?? '').split(/\s+/).filter(Boolean);
}

export function addClass(element: Element, ...names: string[]): void {
  element.properties.className = [...new Set([...classesOf(element), ...names])];
}

/** Visits every element, parents first. */
export function eachElement(parent: Parent, visit: (element: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    visit(child);
    eachElement(child, visit);
  }
}

export function findElement(
  parent: Parent,
  matches: (element: Element) => boolean,
): Element | undefined {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const found = matches(child) ? child : findElement(child, matches);
    if (found) return found;
  }
  return undefined;
}

/** Rebuilds the tree from the leaves up: a returned list stands in the element's place. */
export function replaceElements(
  parent: Parent,
  replace: (element: Element, parent: Parent) => ElementContent[] | undefined,
): void {
  let changed = false;
  const children: ElementContent[] = [];
  for (const child of parent.children) {
    const replacement = child.type === 'element' ? replaceOne(child, parent, replace) : undefined;
    if (replacement) children.push(...replacement);
    else children.push(child);
    changed ||= replacement !== undefined;
  }
  if (changed) parent.children = children;
}

function replaceOne(
  element: Element,
  parent: Parent,
  replace: (element: Element, parent: Parent) => ElementContent[] | undefined,
): ElementContent[] | undefined {
  replaceElements(element, replace);
  return replace(element, parent);
}
