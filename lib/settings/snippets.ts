// What owners are given by others to put on their site: a meta tag that proves whose it is, a script
// that counts visits. They may be pasted as they came, or written shorter.
import { z } from 'zod';

/** Names that pages set themselves; a second one would be in conflict with theirs. */
const takenNames = ['viewport', 'description', 'color-scheme', 'robots', 'referrer', 'theme-color'];

export const metaTag = z.object({
  name: z
    .string()
    .regex(/^[\w.:-]{1,100}$/, 'is no name of a meta tag')
    .refine((name) => !takenNames.includes(name.toLowerCase()), 'is set by the pages themselves'),
  content: z.string().min(1, 'has no content').max(500),
});

export type MetaTag = z.infer<typeof metaTag>;

const plainHost = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/;

export const outsideScript = z
  .object({
    src: z
      .string()
      .max(1000)
      .refine(
        (src) => isOwnPath(src) || isOutside(src),
        'must be the https:// address of one script, or a path of this site',
      ),
    attributes: z
      .array(
        z.object({
          name: z
            .string()
            .max(100)
            .regex(/^data-(?!keep$)[a-z0-9][a-z0-9._-]*$/, 'must begin with data-'),
          value: z.string().max(1000),
        }),
      )
      .max(20),
  })
  .nullable();

export type OutsideScript = z.infer<typeof outsideScript>;

const isOwnPath = (src: string) => /^\/(?!\/)[^\s"'<>\\]*$/.test(src);
const isOutside = (src: string) => URL.canParse(src) && plainHost.test(new URL(src).origin);

/** The origin that a script comes from; null for one of this site's own. */
export function originOf(script: OutsideScript): string | null {
  return script === null || isOwnPath(script.src) ? null : new URL(script.src).origin;
}

/** Lines such as `name=content`, or whole `<meta …>` tags. What is neither comes out nameless. */
export function parseMetaTags(text: string): { name: string; content: string }[] {
  const tags = text.match(/<meta\b[^>]*>/gi);
  if (tags !== null)
    return tags.map((tag) => {
      const attributes = attributesOf(tag);
      return { name: attributes.get('name') ?? '', content: attributes.get('content') ?? '' };
    });
  return linesOf(text).map((line) => {
    const [name = '', ...rest] = line.split('=');
    return { name: name.trim(), content: rest.join('=').trim() };
  });
}

export function formatMetaTags(tags: readonly MetaTag[]): string {
  return tags.map(({ name, content }) => `${name}=${content}`).join('\n');
}

/** An address with attributes after it, or a whole `<script …></script>`. */
export function parseScript(text: string): OutsideScript {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const tag = trimmed.match(/<script\b[^>]*>/i)?.[0];
  const [address = '', ...words] = trimmed.split(/\s+/);
  const attributes = attributesOf(tag ?? words.join(' '));
  return {
    src: (tag ? attributes.get('src') : address) ?? '',
    attributes: [...attributes]
      .filter(([name]) => name.startsWith('data-'))
      .map(([name, value]) => ({ name, value })),
  };
}

export function formatScript(script: OutsideScript): string {
  if (script === null) return '';
  const attributes = script.attributes.map(({ name, value }) => `${name}="${escapeQuotes(value)}"`);
  return [script.src, ...attributes].join('\n');
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const attribute = /([a-z][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi;

function attributesOf(tag: string): Map<string, string> {
  const found = tag.replace(/^<\w+/, '').matchAll(attribute);
  return new Map(
    [...found].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      unescapeQuotes(double ?? single ?? bare ?? ''),
    ]),
  );
}

const escapeQuotes = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const unescapeQuotes = (value: string) => value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
