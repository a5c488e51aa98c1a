// The same as freshness.spec.ts for what is done to tags: whatever shows a tag by name, counts it or
// leads to it is fresh on every server when the change returns.
import { isNull } from 'drizzle-orm';
import { tagChanges } from '../../lib/db/schema';
import { createPost } from '../../lib/posts/write';
import { saveRedirect } from '../../lib/redirects/write';
import { changeTagsOfPosts } from '../../lib/tags/bulk';
import { deleteTag } from '../../lib/tags/delete';
import { describeTag } from '../../lib/tags/describe';
import { mergeTags } from '../../lib/tags/merge';
import { renameTag } from '../../lib/tags/rename';
import { undoTagChanges } from '../../lib/tags/undo';
import { buildPost } from '../../lib/testing/factories';
import { tagId } from '../../lib/testing/tags';
import { type Pair, test } from './pair';
import { proveFreshness } from './prove-freshness';

type Step = (pair: Pair) => Promise<unknown>;

type Case = {
  name: string;
  /** What has happened before anybody asks. */
  before?: Step;
  change: Step;
  also?: string[];
  untouched: string[];
};

const day = (number: number, slug = '') => `/2026/Jan/${number}/${slug && `${slug}/`}`;

const rename =
  (slug: string, name: string): Step =>
  async ({ db }) =>
    renameTag(await tagId(slug, db), { name }, db);

const merge =
  (from: string[], into: string): Step =>
  async ({ db }) =>
    mergeTags(await Promise.all(from.map((slug) => tagId(slug, db))), await tagId(into, db), db);

const remove =
  (slug: string): Step =>
  async ({ db }) =>
    deleteTag(await tagId(slug, db), 100, db);

const say =
  (slug: string): Step =>
  async ({ db }) =>
    describeTag(await tagId(slug, db), 'What *this* is about.', db);

const undoAll: Step = async ({ db }) => {
  const changes = await db
    .select({ id: tagChanges.id })
    .from(tagChanges)
    .where(isNull(tagChanges.undoneAt));
  return undoTagChanges(
    changes.map(({ id }) => id),
    db,
  );
};

const draftWith =
  (...tags: string[]): Step =>
  ({ db }) =>
    createPost(buildPost('note', { tags, status: 'draft' }), db);

const redirectTo =
  (path: string, target: string): Step =>
  ({ db }) =>
    saveRedirect({ host: '', path, target }, db);

// Of the samples, weblogs is on posts of the 28th to 30th, standards on one of the 29th, letters on
// one of the 27th; reading on posts of the 28th to 30th, one of them with many tags.
const cases: Case[] = [
  {
    name: 'renaming a tag',
    change: rename('weblogs', 'Web logs'),
    also: ['/tags/weblogs/', '/tags/web-logs/', '/tags/links+weblogs/', '/tags/links+web-logs/'],
    untouched: [
      ...[day(27), day(27, 'blaise-pascal'), day(29, 'frost'), '/quotations/', '/elsewhere/'],
      ...['/tags/winter/', '/tags/museums/', '/series/', '/about/'],
    ],
  },
  {
    name: 'a tag that takes the name of another',
    before: rename('weblogs', 'logs'),
    change: rename('standards', 'weblogs'),
    also: ['/tags/weblogs/', '/tags/standards/', '/tags/links+weblogs/'],
    untouched: [day(27), day(28), day(30), '/quotations/', '/elsewhere/', '/tags/links/'],
  },
  {
    name: 'capitals in the name of a tag',
    change: rename('letters', 'Letters'),
    untouched: [day(28), day(29), day(30), '/blogmarks/', '/notes/', '/tags/weblogs/'],
  },
  {
    name: 'renaming a tag to which a redirect leads',
    // Where a post could be: there a redirect is stored like a page.
    before: redirectTo(day(27, 'logs-of-the-web').slice(0, -1), '/tags/weblogs/'),
    change: rename('weblogs', 'Web logs'),
    also: [day(27, 'logs-of-the-web')],
    untouched: [day(27), '/quotations/', '/about/'],
  },
  {
    name: 'taking a rename back',
    before: rename('weblogs', 'Web logs'),
    change: undoAll,
    also: ['/tags/weblogs/', '/tags/web-logs/', '/tags/links+weblogs/'],
    untouched: [day(27), day(29, 'frost'), '/quotations/', '/tags/winter/', '/about/'],
  },
  {
    name: 'merging a tag into another',
    change: merge(['reading'], 'writing'),
    also: ['/tags/reading/', '/tags/books+reading/', '/tags/books+writing/'],
    untouched: [
      ...[day(27), day(27, 'blaise-pascal'), '/notes/', '/elsewhere/', '/series/', '/about/'],
      ...['/tags/standards/', '/tags/software/', '/tags/museums/'],
    ],
  },
  {
    name: 'merging several tags, on posts that have both',
    change: merge(['note-taking', 'paper'], 'commonplace-books'),
    also: ['/tags/paper/', '/tags/note-taking+paper/', '/tags/note-taking/'],
    untouched: ['/notes/', '/quotations/', '/tags/standards/', '/tags/software/', '/about/'],
  },
  {
    name: 'merging a tag that only drafts have into one of public posts',
    before: draftWith('unheard-of', 'winter'),
    change: merge(['unheard-of'], 'winter'),
    also: ['/tags/unheard-of/', '/tags/unheard-of+winter/'],
    untouched: ['/', day(29), day(29, 'frost'), '/notes/', '/tags/weblogs/', '/entries/'],
  },
  {
    name: 'taking a merge back',
    before: merge(['reading', 'letters'], 'writing'),
    change: undoAll,
    also: ['/tags/reading/', '/tags/letters/', '/tags/books+reading/', '/tags/books+writing/'],
    untouched: ['/notes/', '/elsewhere/', '/tags/standards/', '/tags/software/', '/about/'],
  },
  {
    name: 'deleting a tag',
    change: remove('software'),
    also: ['/tags/software/', '/tags/software+weblogs/'],
    untouched: [day(27), day(28), day(29), '/quotations/', '/blogmarks/', '/tags/winter/'],
  },
  {
    name: 'taking a deletion back',
    before: remove('software'),
    change: undoAll,
    also: ['/tags/software/', '/tags/software+weblogs/'],
    untouched: [day(27), day(28), day(29), '/quotations/', '/blogmarks/', '/tags/winter/'],
  },
  {
    name: 'describing a tag',
    change: say('weblogs'),
    untouched: ['/', '/tags/', '/tags/software/', day(29), day(29, 'atom'), '/entries/'],
  },
  {
    name: 'tagging several posts at a time',
    change: async ({ db }) => {
      const rows = await db.query.posts.findMany({ columns: { id: true, slug: true } });
      const ids = rows.flatMap(({ id, slug }) => (/^(frost|atom)$/.test(slug) ? [id] : []));
      return changeTagsOfPosts(ids, { add: ['cold', 'standards'], remove: ['weblogs'] }, db);
    },
    also: ['/tags/cold/', '/tags/standards+weblogs/', '/tags/cold+standards/'],
    untouched: [day(27), day(28), day(30), '/quotations/', '/entries/', '/elsewhere/'],
  },
];

for (const { name, before, change, also = [], untouched } of cases)
  test(`${name}`, async ({ pair }) => {
    await before?.(pair);
    await proveFreshness(pair, { change: () => change(pair), also, untouched });
    await undoAll(pair);
  });
