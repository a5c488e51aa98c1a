// Ids of a body: plain tokens, each once, never one of the page's own (`site-…`), and everything
// that points to them follows. In lists they carry the post's prefix.
import type { Element } from 'hast';
import { percentDecoded } from './addresses';
import { type Body, eachElement, findElement } from './tree';

const pageIds = /^site-/i;

/** Attributes that name other elements of the body by id. */
const referring = ['ariaDescribedBy', 'ariaLabelledBy', 'headers'] as const;

export class BodyIds {
  readonly #taken = new Map<string, number>();
  readonly #renamed = new Map<string, string>();

  constructor(body: Body) {
    eachElement(body, (element) => this.#clean(element));
    eachElement(body, (element) => {
      pointTo(element, (id) => this.#renamed.get(id) ?? id);
    });
  }

  /** The id itself, or with the first free number behind it. */
  take = (wanted: string): string => {
    const used = this.#taken.get(wanted);
    if (used === undefined) {
      this.#taken.set(wanted, 1);
      return wanted;
    }
    let number = used + 1;
    while (this.#taken.has(`${wanted}-${number}`)) number += 1;
    this.#taken.set(wanted, number);
    this.#taken.set(`${wanted}-${number}`, 1);
    return `${wanted}-${number}`;
  };

  #clean(element: Element): void {
    if (element.properties.id === undefined) return;
    // The Markdown parser encodes the labels of footnotes.
    const written = percentDecoded(String(element.properties.id));
    const id = written
      .trim()
      .replace(/[^\p{L}\p{N}_.:-]+/gu, '-')
      .slice(0, 200);
    if (!/[\p{L}\p{N}]/u.test(id) || pageIds.test(id)) {
      delete element.properties.id;
      return;
    }
    const unique = this.take(id);
    element.properties.id = unique;
    if (!this.#renamed.has(written)) this.#renamed.set(written, unique);
  }
}

/** Makes the body fit to stand among others; headings keep an id only where a link needs it. */
export function prefixIds(body: Body, headings: readonly Element[], prefix: string): void {
  const present = new Set<string>();
  eachElement(body, ({ properties }) => {
    if (properties.id !== undefined) present.add(String(properties.id));
  });
  const wanted = new Set<string>();
  eachElement(body, (element) => {
    pointTo(element, (id) => {
      wanted.add(id);
      return present.has(id) ? `${prefix}${id}` : id;
    });
  });
  for (const heading of headings) {
    if (!wanted.has(String(heading.properties.id))) delete heading.properties.id;
  }
  eachElement(body, (element) => {
    if (element.properties.id !== undefined) {
      element.properties.id = `${prefix}${element.properties.id}`;
    }
  });
}

/** Whether the body would be another one in a list. */
export function hasIds(body: Body): boolean {
  return findElement(body, (element) => element.properties.id !== undefined) !== undefined;
}

function pointTo(element: Element, rename: (id: string) => string): void {
  const { properties } = element;
  for (const name of ['href', 'xLinkHref']) {
    const value = properties[name];
    if (typeof value === 'string' && value.length > 1 && value.startsWith('#')) {
      properties[name] = `#${rename(percentDecoded(value.slice(1)))}`;
    }
  }
  for (const name of referring) {
    const value = properties[name];
    if (value === undefined || value === null) continue;
    const ids = (Array.isArray(value) ? value : String(value).split(/\s+/)).map(String);
    properties[name] = ids.filter(Boolean).map(rename);
  }
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'string' && value.includes('url(')) {
      properties[name] = value.replace(
        /url\(\s*['"]?#([^\s'")]+)['"]?\s*\)/gi,
        (_, id: string) => `url(#${rename(id)})`,
      );
    }
  }
}
