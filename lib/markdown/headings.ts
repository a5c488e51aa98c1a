// The page has its own h1, so a body's headings start at h2 and never skip a level; each gets an id
// from its words and, on the post's own page, a link to itself.
import slugify from '@sindresorhus/slugify';
import type { Element } from 'hast';
import { headingLevels } from './elements';
import { plainText } from './plain-text';
import { type Body, classesOf, eachElement, make, type Parent, text } from './tree';

const longestSlug = 80;

/** All headings in their order, but not the hidden one of the footnotes. */
export function headingsOf(body: Body): Element[] {
  const headings: Element[] = [];
  collect(body, headings);
  return headings;
}

function collect(parent: Parent, headings: Element[]): void {
  for (const child of parent.children) {
    if (child.type !== 'element' || classesOf(child).includes('sr-only')) continue;
    if (child.tagName in headingLevels) headings.push(child);
    else collect(child, headings);
  }
}

/** Keeps who stands under whom, and takes the outline in steps of one from h2 on. */
export function levelHeadings(headings: readonly Element[]): void {
  const above: number[] = [];
  for (const heading of headings) {
    const level = headingLevels[heading.tagName] ?? 2;
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    heading.tagName = `h${Math.min(above.length + 1, 6)}`;
  }
}

/** The words of a heading as an id; `take` makes it unique in the body. */
export function nameHeadings(headings: readonly Element[], take: (id: string) => string): void {
  for (const heading of headings) {
    heading.properties.id ??= take(headingSlug(plainText(heading).slice(0, 300)));
  }
}

export function headingSlug(words: string): string {
  const latin = slugify(words, { decamelize: false });
  // The transliteration knows no Chinese or Japanese: there the words themselves are the id.
  const slug = latin || words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  const short =
    slug.length > longestSlug ? slug.slice(0, longestSlug).replace(/-[^-]*$/, '') : slug;
  const bare = short.replace(/^-+|-+$/g, '') || 'section';
  return bare.startsWith('site-') ? `section-${bare}` : bare;
}

/** Adds each heading's link to itself; the returned function takes them away again. */
export function anchorHeadings(body: Body, headings: readonly Element[]): () => void {
  const linked = new Set<Element>();
  eachElement(body, (element) => {
    if (element.tagName === 'a') eachElement(element, (inner) => linked.add(inner));
  });
  const anchored = headings.filter((heading) => !linked.has(heading));
  for (const heading of anchored) {
    heading.children.push(
      make(
        'a',
        {
          className: ['anchor'],
          href: `#${heading.properties.id}`,
          ariaLabel: 'Link to this section',
        },
        [text('#')],
      ),
    );
  }
  return () => {
    for (const heading of anchored) heading.children.pop();
  };
}
