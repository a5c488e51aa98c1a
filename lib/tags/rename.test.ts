// What renaming a tag does to its addresses, its posts and the pages.
import { beforeEach, describe, expect, test } from 'vitest';
import { collectTouched } from '../db/page-changes';
import { posts, tagChanges, tagFormerNames, tags } from '../db/schema';
import { resolveMissing } from '../redirects/resolve';
import { now } from '../testing/clock';
import { testDatabase } from '../testing/database';
import { tagged, tagId, tagsOf } from '../testing/tags';
import { describeTag } from './describe';
import { renameTag } from './rename';
import { ensureTags } from './write';

const { db } = testDatabase();

beforeEach(async () => {
  await db().delete(posts);
  await db().delete(tags);
  await db().delete(tagChanges);
});

const rename = async (slug: string, name: string, address?: string) =>
  renameTag(await tagId(slug, db()), { name, slug: address }, db(), { now });
const leadsTo = (path: string) => resolveMissing(path, '', now, db());

describe('the name', () => {
  test.each([
    { to: 'C++', slug: 'cpp', name: 'C++' },
    { to: '  Machine Learning ', slug: 'machine-learning', name: 'Machine Learning' },
    { to: 'café', slug: 'café', name: 'café' },
    { to: 'cafe\u0301', slug: 'café', name: 'café' },
    { to: '日本語', slug: '日本語', name: '日本語' },
    { to: 'Ελλάδα', slug: 'ελλάδα', name: 'Ελλάδα' },
    { to: 'עברית', slug: 'עברית', name: 'עברית' },
  ])('“$to” is kept as written, with the address $slug', async ({ to, slug, name }) => {
    const post = await tagged(['old'], db());
    const renamed = await rename('old', to);
    expect(renamed).toMatchObject({ status: 'renamed', tag: { slug, name } });
    expect(await tagsOf(post, db())).toEqual([slug]);
    expect(await leadsTo('/tags/old/')).toBe(`/tags/${encodeURIComponent(slug)}/`);
  });

  test.each(['', '   ', '+++', '/'])('“%s” cannot be one', async (to) => {
    await tagged(['old'], db());
    expect(await rename('old', to)).toEqual({ status: 'unaddressable' });
  });

  test('may have an address of its own', async () => {
    await tagged(['net'], db());
    expect(await rename('net', '.NET Core', 'Dotnet Core')).toMatchObject({
      tag: { slug: 'dotnet-core', name: '.NET Core' },
    });
  });

  test('changes alone where the address stays', async () => {
    await tagged(['javascript'], db());
    expect(await rename('javascript', 'JavaScript')).toMatchObject({ status: 'renamed' });
    expect(await db().$count(tagFormerNames)).toBe(0);
    expect(await rename('javascript', 'JavaScript')).toEqual({ status: 'unchanged' });
  });

  test('of another tag is not taken: the two can be merged', async () => {
    await tagged(['js', 'javascript'], db());
    expect(await rename('js', 'JavaScript')).toMatchObject({
      status: 'taken',
      tag: { slug: 'javascript' },
    });
  });
});

describe('former addresses', () => {
  test('lead to the newest in one hop, however often a tag is renamed', async () => {
    await tagged(['one', 'beside'], db());
    await rename('one', 'two');
    await rename('two', 'three');
    for (const old of ['one', 'two']) {
      expect(await leadsTo(`/tags/${old}/`)).toBe('/tags/three/');
      expect(await leadsTo(`/tags/beside+${old}/`)).toBe('/tags/beside+three/');
    }
  });

  test('of later pages lead to the same page, or to the first where there is none', async () => {
    for (let index = 0; index < 31; index += 1) await tagged(['old'], db());
    await rename('old', 'new');
    expect(await leadsTo('/tags/old/page/2/')).toBe('/tags/new/page/2/');
    expect(await leadsTo('/tags/old/page/3/')).toBe('/tags/new/');
  });

  test('are free again when another tag is called so', async () => {
    await tagged(['a'], db());
    await tagged(['b'], db());
    await rename('a', 'temporary');
    await rename('b', 'a');
    await rename('temporary', 'b');
    expect(await db().select({ name: tagFormerNames.name }).from(tagFormerNames)).toEqual([
      { name: 'temporary' },
    ]);
    expect(await leadsTo('/tags/temporary/')).toBe('/tags/b/');
    expect(await leadsTo('/tags/a/')).toBeNull();
  });

  test('lead nowhere while only drafts have the tag', async () => {
    await tagged(['old', 'live'], db(), { status: 'draft' });
    await tagged(['live'], db());
    await rename('old', 'new');
    expect(await leadsTo('/tags/old/')).toBeNull();
    expect(await leadsTo('/tags/live+old/')).toBeNull();
  });

  test('mean the renamed tag to who still writes them', async () => {
    const before = await tagged(['js'], db());
    await rename('js', 'JavaScript');
    const after = await tagged(['JS', 'javascript', 'other'], db());
    expect(await tagsOf(before, db())).toEqual(['javascript']);
    expect(await tagsOf(after, db())).toEqual(['javascript', 'other']);
    expect((await ensureTags(['js'], db())).get('js')).toBe(await tagId('javascript', db()));
  });
});

test('a rename touches the posts by the name of the tag, and what lists them', async () => {
  await tagged(['a', 'beside'], db(), { publishedAt: new Date('2026-01-15T09:00:00Z') });
  await tagged(['a'], db(), { status: 'draft' });
  await tagged(['elsewhere'], db(), { publishedAt: new Date('2026-01-16T09:00:00Z') });
  const [a, beside] = [await tagId('a', db()), await tagId('beside', db())];
  const { touched } = await collectTouched(() => rename('a', 'b'));
  expect(touched.sort()).toEqual(
    [
      ...[
        'tag-index',
        'redirects',
        'trending',
        'any-tag-name',
        `tag-name:${a}`,
        `tag:${a}`,
        `tag:${beside}`,
      ],
      ...['everything', 'search', 'sitemap', 'sitemap-tags'],
      ...['stream', 'kind:note', 'day:2026-01-15', 'month:2026-1'],
    ].sort(),
  );
});

test('a description touches the page of its tag alone', async () => {
  await tagged(['a'], db());
  const id = await tagId('a', db());
  const { touched } = await collectTouched(() => describeTag(id, 'On *a*.', db(), { now }));
  expect(touched).toEqual([`tag:${id}`]);
  const [tag] = await db().select({ html: tags.descriptionHtml }).from(tags);
  expect(tag?.html).toBe('<p>On <em>a</em>.</p>');
});
