// Elements as the HTML that React would print of them. A page is rendered several times as fast
// that way, since React works on each element four times: twice to describe it, once to print it,
// once to prepare it for a router that reading pages do not have. It knows views that are plain
// functions of their props and what these say in HTML; anything else it refuses.
import { Fragment, isValidElement, type ReactNode } from 'react';
import { escapeHtml } from '@/lib/html';

type Properties = {
  children?: ReactNode;
  dangerouslySetInnerHTML?: { __html: string };
  [attribute: string]: unknown;
};

const attributeNames: Record<string, string> = { className: 'class', htmlFor: 'for' };
/** What React itself reads. */
const noAttributes = new Set([
  'children',
  'dangerouslySetInnerHTML',
  'key',
  'ref',
  'suppressHydrationWarning',
]);
/** What may stand as a name in a tag. */
const attributeName = /^[A-Za-z_][\w:.-]*$/;
const voidElements = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr']);

/** @throws {TypeError} for what only React can print: a promise, a client's component, a handler */
export function staticMarkup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string') return escapeHtml(node);
  if (typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (Array.isArray(node)) return node.map(staticMarkup).join('');
  if (!isValidElement<Properties>(node)) throw new TypeError('Only React can print this.');
  const { type, props } = node;
  if (type === Fragment) return staticMarkup(props.children);
  if (isView(type)) return staticMarkup(type(props));
  if (typeof type !== 'string') throw new TypeError('Only React can print such an element.');
  const tag = `<${type}${attributesOf(props)}>`;
  return voidElements.has(type) ? tag : `${tag}${contentOf(props)}</${type}>`;
}

function isView(type: unknown): type is (properties: Properties) => ReactNode {
  return typeof type === 'function';
}

const contentOf = ({ children, dangerouslySetInnerHTML }: Properties): string =>
  dangerouslySetInnerHTML === undefined ? staticMarkup(children) : dangerouslySetInnerHTML.__html;

function attributesOf(properties: Properties): string {
  let attributes = '';
  for (const name in properties) {
    if (!noAttributes.has(name)) attributes += attributeOf(name, properties[name]);
  }
  return attributes;
}

function attributeOf(name: string, value: unknown): string {
  if (!attributeName.test(name)) return '';
  const isWord = name.startsWith('aria-') || name.startsWith('data-');
  switch (typeof value) {
    case 'undefined':
      return '';
    case 'boolean':
      if (isWord) return ` ${name}="${value}"`;
      return value ? ` ${name}=""` : '';
    case 'number':
    case 'string':
      if (isScript(name, value)) return '';
      return ` ${attributeNames[name] ?? name}="${escapeHtml(String(value))}"`;
    default:
      if (value === null) return '';
      throw new TypeError(`Only React can print the property ${name}.`);
  }
}

/** An address that a browser would run: React refuses it too. */
const isScript = (name: string, value: unknown) =>
  (name === 'href' || name === 'src') &&
  /^[\0-\x20]*javascript:/i.test(String(value).replace(/[\t\n\r]/g, ''));
