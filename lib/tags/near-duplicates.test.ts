import { beforeEach, expect, test } from 'vitest';
import { tags } from '../db/schema';
import { testDatabase } from '../testing/database';
import { tagId } from '../testing/tags';
import { distinguishTags, listNearDuplicates } from './near-duplicates';

const { db } = testDatabase();

beforeEach(async () => {
  await db().delete(tags);
});

const make = (slugs: string[]) =>
  db()
    .insert(tags)
    .values(slugs.map((slug, index) => ({ slug, name: slug, publishedCount: index })));

const found = async () =>
  (await listNearDuplicates(100, db())).pairs.map(
    ({ keep, drop, likeness }) => `${drop.slug} ${keep.slug} ${likeness}`,
  );

test.each([
  { tags: ['google-maps', 'googlemaps'], likeness: 'spelling' },
  { tags: ['open-source', 'open_source'], likeness: 'spelling' },
  { tags: ['cafe', 'café'], likeness: 'spelling' },
  { tags: ['llm', 'llms'], likeness: 'plural' },
  { tags: ['pony', 'ponies'], likeness: 'plural' },
  { tags: ['patch', 'patches'], likeness: 'plural' },
  { tags: ['process', 'processes'], likeness: 'plural' },
  { tags: ['web-service', 'webservices'], likeness: 'plural' },
  { tags: ['cartography', 'catography'], likeness: 'letter' },
  { tags: ['optimisation', 'optimization'], likeness: 'letter' },
  { tags: ['livejournal', 'livejuornal'], likeness: 'letter' },
  { tags: ['программирование', 'программированье'], likeness: 'letter' },
])('$tags look alike', async ({ tags, likeness }) => {
  await make(tags);
  expect(await found()).toEqual([`${tags.join(' ')} ${likeness}`]);
});

test.each([
  { why: 'digits tell apart', tags: ['python2', 'python3'] },
  { why: 'years tell apart', tags: ['pycon-2008', 'pycon-2009', 'pycon-20'] },
  { why: 'short words differ in a letter', tags: ['hack', 'back', 'haok'] },
  { why: 'so do somewhat longer ones', tags: ['badger', 'badges'] },
  { why: 'another first letter, another word', tags: ['blogging', 'logging', 'flogging'] },
  { why: 'an s may belong to the word', tags: ['css', 'cs', 'bus', 'bu', 'glass', 'glas'] },
  { why: 'two letters apart', tags: ['javascript', 'javascirrt'] },
  { why: 'nothing is left of them', tags: ['-', '_x', 'y'] },
])('$tags do not: $why', async ({ tags }) => {
  await make(tags);
  expect(await found()).toEqual([]);
});

test('what was said not to be the same is not asked again', async () => {
  await make(['time', 'times', 'tool', 'tools']);
  const [time, times] = [await tagId('time', db()), await tagId('times', db())];
  await distinguishTags(times, time, db());
  await distinguishTags(time, times, db());
  await distinguishTags(time, 999_999, db());
  await distinguishTags(time, time, db());
  expect(await found()).toEqual(['tool tools plural']);
});

test('the likest come first, the most used among them; the total counts all', async () => {
  await make(['aa-bb', 'aabb', 'tool', 'tools', 'clock', 'clocks']);
  const { pairs, total } = await listNearDuplicates(2, db());
  expect(pairs.map(({ keep }) => keep.slug)).toEqual(['aabb', 'clocks']);
  expect(total).toBe(3);
});
