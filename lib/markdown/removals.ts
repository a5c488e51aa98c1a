// What a body lost on its way to the reader, counted in words that its author understands.
import { allowedElements } from './elements';
import { type Body, eachElement } from './tree';

export type Removal = { what: string; count: number };

export class Removals {
  readonly #counts = new Map<string, number>();

  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  list(): Removal[] {
    return [...this.#counts].map(([what, count]) => ({ what, count }));
  }
}

const allowed = new Set(allowedElements);

/** Counts the elements that the allow-list is about to refuse. */
export function countRefusedElements(body: Body, removals: Removals): void {
  eachElement(body, (element) => {
    if (!allowed.has(element.tagName)) removals.add(`<${element.tagName}>`);
  });
}

/** Only attributes that did something: presentational ones are converted or not missed. */
export function isAttributeToReport(name: string): boolean {
  return /^on[a-z]/i.test(name) || ['srcDoc', 'formAction', 'autoPlay', 'ping'].includes(name);
}
