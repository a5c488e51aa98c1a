// What a post is made of before it is rendered, checked at the border. One shape per kind.
import { z } from 'zod';
import { isPostSlug } from '../slugs';
import { isBeatType } from './kinds';

const text = (maximum: number) => z.string().max(maximum);
const required = (maximum: number) => z.string().max(maximum).regex(/\S/, 'must not be empty');
const nullable = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);
const metadata = z.record(z.string(), z.unknown()).default({});

/** An absolute web address, or a path of this site. */
const link = z
  .string()
  .max(4000)
  .refine((value) => value.startsWith('/') || (URL.canParse(value) && /^https?:/i.test(value)), {
    error: 'must be an address such as https://example.org/page',
  });

const common = {
  slug: z.string().refine(isPostSlug, 'must be 1 to 64 letters, digits, - or _').optional(),
  status: z.enum(['draft', 'scheduled', 'published']).default('published'),
  publishedAt: z.date(),
  updatedAt: z.date().optional(),
  /** Names as written, in the order in which they were attached. */
  tags: z.array(z.string()).default([]),
  lang: nullable(z.string()),
  cardImage: nullable(link),
  seriesId: nullable(z.number().int()),
  authorId: nullable(z.number().int()),
  metadata,
  bodyFormat: z.enum(['markdown', 'html', 'text']).default('markdown'),
};

const longText = 2_000_000;

export const postInput = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('entry'),
    title: required(1000),
    body: required(longText),
    excerpt: nullable(text(10_000)),
  }),
  z.object({
    ...common,
    kind: z.literal('blogmark'),
    linkUrl: link,
    linkTitle: required(1000),
    title: nullable(text(1000)),
    viaUrl: nullable(link),
    viaTitle: nullable(text(1000)),
    body: text(longText).default(''),
  }),
  z.object({
    ...common,
    kind: z.literal('quotation'),
    body: required(longText),
    source: required(1000),
    sourceUrl: nullable(link),
    context: nullable(text(2000)),
  }),
  z.object({
    ...common,
    kind: z.literal('note'),
    body: required(longText),
    title: nullable(text(1000)),
  }),
  z.object({
    ...common,
    kind: z.literal('beat'),
    beatType: z.string().refine(isBeatType, 'must be a word of lower case letters'),
    title: required(1000),
    linkUrl: link,
    commentary: text(5000).default(''),
    body: text(longText).default(''),
    imageUrl: nullable(link),
    imageAlt: nullable(text(1000)),
  }),
]);

/** A post as given, defaults left out. */
export type PostInput = z.input<typeof postInput>;
/** A checked post. */
export type PostFields = z.output<typeof postInput>;
