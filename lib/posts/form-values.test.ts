// Posts as the texts of their forms, and back.
import { describe, expect, test } from 'vitest';
import { buildPost } from '../testing/factories';
import { formFields } from './form-fields';
import {
  emptyValues,
  parseDraftValues,
  parseValues,
  pickValues,
  valuesOfPost,
} from './form-values';
import { draftInput } from './input';
import { postKinds } from './kinds';

const now = new Date('2026-02-01T12:00:00Z');
const context = { timeZone: 'Europe/Berlin', now };

const fieldsOf = <Input>(parsed: { ok: true; input: Input } | { ok: false; fields: object }) =>
  parsed.ok ? {} : parsed.fields;

describe.each(postKinds)('a form of the kind %s', (kind) => {
  const post = draftInput.parse({
    ...buildPost(kind),
    slug: 'kept',
    tags: ['C++', 'Two words'],
    lang: 'pt-BR',
    seriesId: 7,
    cardImage: '/media/1/x.png',
    publishedAt: new Date('2026-01-15T09:30:27.123Z'),
    ...(kind === 'beat' && { metadata: { place: { name: 'Pillar Point' } } }),
  });

  test('says all that the post says', () => {
    const values = valuesOfPost(post, context.timeZone);
    expect(values).toMatchObject({ kind, tags: 'C++\nTwo words', publishedAt: '2026-01-15T10:30' });
    const parsed = parseValues(kind, values, { ...context, publishedAt: post.publishedAt });
    expect(parsed).toEqual({ ok: true, input: { ...post, status: 'published' } });
  });

  test('may be empty as a draft, and is told what is missing for publishing', () => {
    const values = emptyValues(kind);
    expect(parseDraftValues(kind, values, context)).toMatchObject({ ok: true });
    const required = formFields(kind).filter((field) => field.isRequired && !values[field.name]);
    const wrong = fieldsOf(parseValues(kind, values, context));
    expect(Object.keys(wrong).sort()).toEqual(required.map((field) => field.name).sort());
  });
});

describe('a field', () => {
  test.each([
    ['slug', 'no slug!', 'Slug must be 1 to 64 letters, digits, - or _.'],
    ['tags', 'fine\n+++', 'Tags cannot hold “+++”: it has no letter or digit.'],
    ['publishedAt', 'tomorrow', 'Published must be a date and time such as 2026-01-15T09:30.'],
    [
      'publishedAt',
      '2026-02-30T10:00',
      'Published must be a date and time such as 2026-01-15T09:30.',
    ],
    ['seriesId', 'x', 'Series must be one of the list.'],
    ['lang', 'not a tag', 'Language must be a language tag such as en or pt-BR.'],
    [
      'imageUrl',
      'https:/',
      'Address of an image must be an address such as https://example.org/page.',
    ],
    [
      'linkUrl',
      'javascript:alert(1)',
      'Address must be an address such as https://example.org/page.',
    ],
    ['title', 'x'.repeat(1001), 'Title must have at most 1000 characters.'],
    ['metadata', '[1]', 'Metadata must be a JSON object, such as {"place": "Pillar Point"}.'],
  ])('%s refuses %s', (name, text, message) => {
    const values = { ...emptyValues('beat'), [name]: text };
    expect(fieldsOf(parseDraftValues('beat', values, context))).toEqual({ [name]: message });
  });

  test.each([
    { name: 'in winter', text: '2026-01-15T10:30', at: '2026-01-15T09:30:00Z' },
    { name: 'in summer', text: '2026-07-15T10:30', at: '2026-07-15T08:30:00Z' },
    {
      name: 'in the hour that spring leaves out',
      text: '2026-03-29T02:30',
      at: '2026-03-29T01:30:00Z',
    },
    { name: 'in the hour that comes twice', text: '2026-10-25T02:30', at: '2026-10-25T00:30:00Z' },
  ])('of time is read $name', ({ text, at }) => {
    const values = { ...emptyValues('note'), body: 'x', publishedAt: text };
    const parsed = parseValues('note', values, context);
    expect(parsed.ok && parsed.input.publishedAt).toEqual(new Date(at));
  });

  test('of time keeps the stored instant while its minute stands', () => {
    const publishedAt = new Date('2026-10-25T01:30:27Z');
    const values = { ...emptyValues('note'), body: 'x', publishedAt: '2026-10-25T02:30' };
    const parsed = parseValues('note', values, { ...context, publishedAt });
    expect(parsed.ok && parsed.input.publishedAt).toEqual(publishedAt);
  });
});

test('what a form sends besides its fields is dropped, and line ends are ours', () => {
  const values = pickValues('note', { body: 'a\r\nb', version: '3', source: 'x' });
  expect(values).toEqual({ ...emptyValues('note'), body: 'a\nb' });
});
