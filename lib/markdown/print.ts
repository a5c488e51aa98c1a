// Tree to HTML whose `<` and `>` are marks of tags and nothing else: in text and in the values of
// attributes both are escaped. The stricter readers of feeds want it so, and whoever cuts stored
// HTML at a tag may rely on it.
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Body } from './tree';

const printer = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

/** The printer escapes `<` in text, and quotes every value in double quotes. */
const commentTagOrGreaterThan = /<!--[\s\S]*?-->|<[^"<>]*(?:"[^"]*"[^"<>]*)*>|>/g;
const quotedValue = /"[^"]*"/g;

export function print(body: Body): string {
  return printer.stringify(body).replace(commentTagOrGreaterThan, escapeWithin).trim();
}

function escapeWithin(part: string): string {
  if (part === '>') return '&gt;';
  return part.startsWith('<!--') ? part : part.replace(quotedValue, escapeValue);
}

const escapeValue = (value: string) => value.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
