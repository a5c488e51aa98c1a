// Tree to HTML that is also fit for the stricter readers of feeds: `>` is escaped in text.
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Body, Parent } from './tree';

const printer = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

/** A code point that no text may hold; the printer leaves it alone. */
const standIn = '\ufdd0';

export function print(body: Body): string {
  hideGreaterThan(body);
  return printer.stringify(body).replaceAll(standIn, '&gt;').trim();
}

function hideGreaterThan(parent: Parent): void {
  for (const child of parent.children) {
    if (child.type === 'element') hideGreaterThan(child);
    else if (child.type === 'text' && child.value.includes('>')) {
      child.value = child.value.replaceAll('>', standIn);
    }
  }
}
