// A post as the texts of its form and back: how a field that is a list, a time, a number or JSON
// is written. Pure; the editor and the server both go by it.
import type { z } from 'zod';
import type { FormValues } from '../actions';
import {
  localMinutes,
  type ParseContext,
  readId,
  readLanguage,
  readObject,
  readTags,
  readTime,
  Unreadable,
} from './field-readers';
import { type FieldDefinition, formFields } from './form-fields';
import { emptyValues } from './form-texts';
import { type DraftFields, draftInput, type PostFields, postInput } from './input';
import type { PostKind } from './kinds';

export { emptyValues, isSameValues, kindOfValues, pickValues } from './form-texts';

export type Parsed<Input> =
  | { ok: true; input: Input }
  /** By field, each a sentence. */
  | { ok: false; fields: Record<string, string> };

/** The texts of the form of a post as it is stored. `slug` is empty where the title decides it. */
export function valuesOfPost(post: DraftFields, timeZone: string): FormValues {
  const values = emptyValues(post.kind);
  for (const [name, value] of Object.entries(post))
    if (name in values && (typeof value === 'string' || typeof value === 'number'))
      values[name] = String(value);
  if ('metadata' in values)
    values.metadata =
      Object.keys(post.metadata).length === 0 ? '' : JSON.stringify(post.metadata, null, 2);
  return {
    ...values,
    tags: post.tags.join('\n'),
    publishedAt: post.publishedAt === null ? '' : localMinutes(post.publishedAt, timeZone),
  };
}

/** What a form says, for publishing: everything that its kind needs. An empty time means now. */
export function parseValues(
  kind: PostKind,
  values: FormValues,
  context: ParseContext & { now: Date },
): Parsed<PostFields> {
  const { fields, wrong } = readFields(kind, values, context);
  for (const { name, isRequired } of formFields(kind))
    if (isRequired && !/\S/.test(values[name] ?? '')) wrong[name] ??= 'must not be empty';
  const given = { ...fields, publishedAt: fields.publishedAt ?? context.now };
  return toParsed(kind, wrong, postInput.safeParse(given));
}

/** What a form says, for keeping as a draft: fields may be empty, but not nonsense. */
export function parseDraftValues(
  kind: PostKind,
  values: FormValues,
  context: ParseContext,
): Parsed<DraftFields> {
  const { fields, wrong } = readFields(kind, values, context);
  return toParsed(kind, wrong, draftInput.safeParse({ ...fields, status: 'draft' }));
}

/** What can be made of a form as it stands, for looking at: a field of nonsense counts as empty. */
export function readableFields(
  kind: PostKind,
  values: FormValues,
  context: ParseContext,
): DraftFields {
  const parsed = parseDraftValues(kind, values, context);
  if (parsed.ok) return parsed.input;
  const empty = emptyValues(kind);
  const emptied = Object.keys(parsed.fields).map((name) => [name, empty[name] ?? '']);
  const rest = parseDraftValues(kind, { ...values, ...Object.fromEntries(emptied) }, context);
  if (!rest.ok) throw new Error(`Fields are refused empty: ${Object.keys(rest.fields).join(', ')}`);
  return rest.input;
}

function toParsed<Fields>(
  kind: PostKind,
  wrong: Record<string, string>,
  result: z.ZodSafeParseResult<Fields>,
): Parsed<Fields> {
  if (result.success && Object.keys(wrong).length === 0) return { ok: true, input: result.data };
  const all = { ...wrong };
  for (const issue of result.error?.issues ?? [])
    all[String(issue.path[0])] ??=
      issue.code === 'too_big' ? `must have at most ${issue.maximum} characters` : issue.message;
  const labels = new Map(formFields(kind).map(({ name, label }) => [name, label]));
  return {
    ok: false,
    fields: Object.fromEntries(
      Object.entries(all).map(([name, text]) => [name, `${labels.get(name) ?? name} ${text}.`]),
    ),
  };
}

/** The fields as the input takes them, and what cannot even be read. */
function readFields(kind: PostKind, values: FormValues, context: ParseContext) {
  const wrong: Record<string, string> = {};
  const read = <Value>(name: string, reader: (text: string) => Value, otherwise: Value): Value => {
    try {
      return reader((values[name] ?? '').trim());
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      wrong[name] = error.message;
      return otherwise;
    }
  };
  const nullable = new Set(nullableFields[kind]);
  const texts = formFields(kind).map((field): [string, string | null] => {
    const text = fieldText(field, values);
    return [field.name, text.trim() === '' && nullable.has(field.name) ? null : text];
  });
  const fields = {
    ...Object.fromEntries(texts),
    kind,
    slug: read('slug', (text) => text || undefined, undefined),
    tags: read('tags', readTags, []),
    publishedAt: read('publishedAt', (text) => readTime(text, context), null),
    seriesId: read('seriesId', readId, null),
    lang: read('lang', readLanguage, null),
    metadata: read('metadata', readObject, {}),
  };
  return { fields, wrong };
}

/** Lines of one line come without the space around them. */
function fieldText({ name, control }: FieldDefinition, values: FormValues): string {
  const text = values[name] ?? '';
  return control === 'markdown' || control === 'textarea' ? text : text.trim();
}

/** Fields that are absent, not empty, when nothing is written in them. */
const nullableFields: Record<PostKind, string[]> = {
  entry: ['excerpt', 'cardImage'],
  blogmark: ['title', 'viaUrl', 'viaTitle', 'cardImage'],
  quotation: ['sourceUrl', 'context', 'cardImage'],
  note: ['title', 'cardImage'],
  beat: ['imageUrl', 'imageAlt', 'cardImage'],
};
