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

const beatType = z.string().refine(isBeatType, 'must be a word of lower case letters');

const longText = 2_000_000;

/** What the two inputs differ in. */
type Strictness<Time extends z.ZodType> = {
  needed: (maximum: number) => z.ZodString;
  address: z.ZodType<string, string>;
  type: z.ZodType<string, string>;
  publishedAt: Time;
};

const inputOf = <Time extends z.ZodType>({
  needed,
  address,
  type,
  publishedAt,
}: Strictness<Time>) => {
  const common = {
    slug: z.string().refine(isPostSlug, 'must be 1 to 64 letters, digits, - or _').optional(),
    status: z.enum(['draft', 'scheduled', 'published']).default('published'),
    publishedAt,
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
  return z.discriminatedUnion('kind', [
    z.object({
      ...common,
      kind: z.literal('entry'),
      title: needed(1000),
      body: needed(longText),
      excerpt: nullable(text(10_000)),
    }),
    z.object({
      ...common,
      kind: z.literal('blogmark'),
      linkUrl: address,
      linkTitle: needed(1000),
      title: nullable(text(1000)),
      viaUrl: nullable(link),
      viaTitle: nullable(text(1000)),
      body: text(longText).default(''),
    }),
    z.object({
      ...common,
      kind: z.literal('quotation'),
      body: needed(longText),
      source: needed(1000),
      sourceUrl: nullable(link),
      context: nullable(text(2000)),
    }),
    z.object({
      ...common,
      kind: z.literal('note'),
      body: needed(longText),
      title: nullable(text(1000)),
    }),
    z.object({
      ...common,
      kind: z.literal('beat'),
      beatType: type,
      title: needed(1000),
      linkUrl: address,
      commentary: text(5000).default(''),
      body: text(longText).default(''),
      imageUrl: nullable(link),
      imageAlt: nullable(text(1000)),
    }),
  ]);
};

/** A post that has all that its kind needs. */
export const postInput = inputOf({
  needed: required,
  address: link,
  type: beatType,
  publishedAt: z.date(),
});

/** A draft: what its kind needs may still be empty, and its time undecided. */
export const draftInput = inputOf({
  needed: text,
  address: link.or(z.literal('')),
  type: beatType.or(z.literal('')),
  publishedAt: z.date().nullable(),
});

/** A post as given, defaults left out. */
export type PostInput = z.input<typeof postInput>;
/** A checked post. */
export type PostFields = z.output<typeof postInput>;
export type DraftInput = z.input<typeof draftInput>;
/** A checked draft. Every post is one too. */
export type DraftFields = z.output<typeof draftInput>;
