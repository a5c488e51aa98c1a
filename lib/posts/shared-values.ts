// What a bookmarklet or a phone's share sheet hands over, as the fields of a new post's form. Pure.
import type { FormValues } from '../actions';
import type { PostKind } from './kinds';

type Query = Record<string, string | string[] | undefined>;

const longest = { url: 4000, title: 1000, text: 100_000 };

const read = (query: Query, name: keyof typeof longest): string => {
  const value = query[name];
  return (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim().slice(0, longest[name]);
};

const address = /https?:\/\/\S+/i;

/** Selected text becomes a quote in a commentary, or the quotation itself. */
export function sharedValues(kind: PostKind, query: Query): FormValues {
  const title = read(query, 'title');
  const text = read(query, 'text');
  // Some phones share the address as the text, or at its end.
  const url = read(query, 'url') || (address.exec(text)?.[0] ?? '');
  const rest = text.replace(url, '').trim();
  const quote = rest === '' ? '' : `${rest.replace(/^/gm, '> ')}\n\n`;
  switch (kind) {
    case 'blogmark':
      return { linkUrl: url, linkTitle: title, body: quote };
    case 'beat':
      return { linkUrl: url, title, commentary: '', body: quote };
    case 'quotation':
      return { sourceUrl: url, source: title, body: rest };
    case 'entry':
    case 'note':
      return {
        title: kind === 'entry' ? title : '',
        body: [rest, url].filter(Boolean).join('\n\n'),
      };
  }
}
