// The rows of the seed blog's dump, as their columns stand in it.
import { z } from 'zod';

const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const optionalText = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);
const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value));
const jsonObject = z
  .string()
  .nullish()
  .transform((value): unknown => JSON.parse(value || '{}'))
  .pipe(z.record(z.string(), z.unknown()));
const id = z.number().int().positive();
/** Foreign keys are text in some tables. */
const reference = z.union([id, z.coerce.number().int().positive()]).nullish();

const dated = {
  id,
  created: instant,
  slug: z.string(),
  metadata: jsonObject,
  import_ref: optionalText,
  card_image: optionalText,
  is_draft: flag,
  series_id: reference,
};

export const entryRow = z.object({
  ...dated,
  title: z.string(),
  body: z.string(),
  tweet_html: optionalText,
  extra_head_html: optionalText,
  custom_template: optionalText,
});

export const blogmarkRow = z.object({
  ...dated,
  link_url: z.string(),
  link_title: z.string(),
  via_url: optionalText,
  via_title: optionalText,
  commentary: text,
  use_markdown: flag,
  title: optionalText,
});

export const quotationRow = z.object({
  ...dated,
  quotation: z.string(),
  source: z.string(),
  source_url: optionalText,
  context: optionalText,
});

export const noteRow = z.object({ ...dated, body: z.string(), title: optionalText });

export const beatRow = z.object({
  ...dated,
  beat_type: z.string(),
  title: z.string(),
  url: z.string(),
  commentary: text,
  image_url: optionalText,
  image_alt: optionalText,
  note: text,
});

export const tagRow = z.object({ id, tag: z.string(), description: text });
export const formerNameRow = z.object({ previous_name: z.string(), tag_id: id });
export const redirectRow = z.object({
  id,
  domain: z.string(),
  path: z.string(),
  target: z.string(),
});
export const seriesRow = z.object({
  id,
  created: instant,
  slug: z.string(),
  title: z.string(),
  summary: text,
});
