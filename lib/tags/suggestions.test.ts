import { beforeAll, describe, expect, test } from 'vitest';
import { tagFormerNames, tags } from '../db/schema';
import { testDatabase } from '../testing/database';
import { suggestTags } from './suggestions';

const { db } = testDatabase();

beforeAll(async () => {
  const rows = await db()
    .insert(tags)
    .values([
      { slug: 'python', name: 'Python', publishedCount: 900 },
      { slug: 'micropython', name: 'MicroPython', publishedCount: 20 },
      { slug: 'python-2', name: 'Python 2', publishedCount: 5 },
      { slug: 'ai', name: 'AI', publishedCount: 500 },
      { slug: 'ai-ethics', name: 'AI ethics', publishedCount: 600 },
      { slug: 'generative-ai', name: 'generative AI', publishedCount: 700 },
      { slug: 'cpp', name: 'C++', publishedCount: 7 },
      { slug: '100_', name: '100_%', publishedCount: 0 },
    ])
    .returning({ id: tags.id, slug: tags.slug });
  const cpp = rows.find(({ slug }) => slug === 'cpp')?.id ?? 0;
  await db().insert(tagFormerNames).values({ name: 'cplusplus', tagId: cpp });
});

const suggest = async (text: string, limit?: number) =>
  (await suggestTags(text, limit, db())).map(({ name }) => name);

test.each([
  { text: 'py', names: ['Python', 'Python 2', 'MicroPython'] },
  { text: 'PYTHON', names: ['Python', 'Python 2', 'MicroPython'] },
  { text: ' ai ', names: ['AI', 'AI ethics', 'generative AI'] },
  { text: 'c+', names: ['C++'] },
  { text: 'cplus', names: ['C++'] },
  { text: '%', names: ['100_%'] },
  { text: '_', names: ['100_%'] },
  { text: 'nothing of the kind', names: [] },
  { text: "'", names: [] },
])('“$text”', async ({ text, names }) => {
  expect(await suggest(text)).toEqual(names);
});

test('the most used where nothing is typed', async () => {
  expect(await suggest('', 3)).toEqual(['Python', 'generative AI', 'AI ethics']);
});

describe('with as many tags as a large site has', () => {
  test('the most used of those that fit come first', async () => {
    const made = Array.from({ length: 20_000 }, (_, index) => ({
      slug: `subject-${index}`,
      name: `Subject ${index}`,
      publishedCount: index,
    }));
    for (let from = 0; from < made.length; from += 5000)
      await db()
        .insert(tags)
        .values(made.slice(from, from + 5000));
    expect(await suggest('subject 1999', 3)).toEqual([
      'Subject 1999',
      'Subject 19999',
      'Subject 19998',
    ]);
  });
});
