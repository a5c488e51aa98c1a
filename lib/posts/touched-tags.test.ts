import { describe, expect, test } from 'vitest';
import { type Appearance, touchedTags } from './touched-tags';

const entry: Appearance = {
  id: 7,
  kind: 'entry',
  beatType: null,
  slug: 'sourdough',
  publishedOn: '2026-01-15',
  publishedAt: 1_768_467_600_000,
  displayTitle: 'Sourdough',
  tagIds: [3, 1],
  seriesId: 5,
  neighbours: [6, 8],
  earlierDay: '2026-01-14',
  laterDay: '2026-01-16',
  isAloneOnDay: false,
  isRecentEntry: true,
  isInStream: true,
  formerPaths: ['/2026/Jan/10/bread/'],
};
const over = (changes: Partial<Appearance>): Appearance => ({ ...entry, ...changes });

const inFull = [
  'post:7',
  'path:/2026/jan/15/sourdough',
  'everything',
  'day:2026-01-15',
  'month:2026-1',
  'kind:entry',
  'tag:3',
  'tag:1',
  'series:5',
  'stream',
  'sitemap',
  'sitemap-month:2026-01',
  'sitemap-tags',
  'search',
];
const asLink = [
  'post:6',
  'post:8',
  'path:/2026/jan/10/bread',
  'series-links:5',
  'series-index',
  'year:2026',
  'recent-entries',
];
const inCounts = ['calendar:2026-1', 'year:2026', 'tag-index', 'trending'];

type Case = {
  name: string;
  before: Appearance | null;
  after: Appearance | null;
  touched: string[];
};

const cases: Case[] = [
  { name: 'what is public neither before nor after', before: null, after: null, touched: [] },
  {
    name: 'publication',
    before: null,
    after: entry,
    touched: [...inFull, ...asLink, ...inCounts],
  },
  {
    name: 'unpublishing, binning, deleting',
    before: entry,
    after: null,
    touched: [...inFull, ...asLink, ...inCounts],
  },
  { name: 'a correction of the text', before: entry, after: over({}), touched: inFull },
  {
    name: 'a correction of an old post',
    before: over({ isInStream: false, isRecentEntry: false }),
    after: over({ isInStream: false, isRecentEntry: false }),
    touched: inFull.filter((tag) => tag !== 'stream'),
  },
  {
    name: 'a new title',
    before: entry,
    after: over({ displayTitle: 'Sourdough, again' }),
    touched: [...inFull, ...asLink],
  },
  {
    name: 'a new title of an entry that is not recent',
    before: over({ isRecentEntry: false }),
    after: over({ isRecentEntry: false, displayTitle: 'Sourdough, again' }),
    touched: [...inFull, ...asLink.filter((tag) => tag !== 'recent-entries')],
  },
  {
    name: 'a new slug',
    before: entry,
    after: over({ slug: 'rye' }),
    touched: [...inFull, 'path:/2026/jan/15/rye', ...asLink],
  },
  {
    name: 'other tags',
    before: entry,
    after: over({ tagIds: [1, 9] }),
    touched: [...inFull, 'tag:9', ...inCounts],
  },
  {
    name: 'the same tags in another order',
    before: entry,
    after: over({ tagIds: [1, 3] }),
    touched: inFull,
  },
  {
    name: 'another series',
    before: entry,
    after: over({ seriesId: 6 }),
    touched: [...inFull, 'series:6', ...asLink, 'series-links:6'],
  },
  {
    name: 'another month, with new neighbours',
    before: entry,
    after: over({ publishedOn: '2026-03-02', publishedAt: 1, neighbours: [1, 2] }),
    touched: [
      ...inFull,
      'path:/2026/mar/2/sourdough',
      'day:2026-03-02',
      'month:2026-3',
      'sitemap-month:2026-03',
      ...asLink,
      'post:1',
      'post:2',
      ...inCounts,
      'calendar:2026-3',
    ],
  },
  {
    name: 'the first post of a day in a month that has others',
    before: null,
    after: over({ isAloneOnDay: true }),
    touched: [...inFull, ...asLink, ...inCounts, 'days', 'day:2026-01-14', 'day:2026-01-16'],
  },
  {
    name: 'the first post of a month in a year that has others',
    before: null,
    after: over({ isAloneOnDay: true, earlierDay: '2025-12-30', laterDay: '2026-02-01' }),
    touched: [
      ...inFull,
      ...asLink,
      ...inCounts,
      'days',
      'day:2025-12-30',
      'day:2026-02-01',
      'month:2025-12',
      'month:2026-2',
    ],
  },
  {
    name: 'the only post of a year going',
    before: over({ isAloneOnDay: true, earlierDay: '2025-12-30', laterDay: null }),
    after: null,
    touched: [
      ...inFull,
      ...asLink,
      ...inCounts,
      'days',
      'day:2025-12-30',
      'month:2025-12',
      'years',
      'year:2025',
    ],
  },
  {
    name: 'a correction of the only post of a day',
    before: over({ isAloneOnDay: true }),
    after: over({ isAloneOnDay: true }),
    touched: inFull,
  },
];

describe('touched cache tags', () => {
  test.each(cases)('$name', ({ before, after, touched }) => {
    expect(touchedTags(before, after).sort()).toEqual([...new Set(touched)].sort());
  });

  test('a beat touches its type, and the number of types when there is one more or less', () => {
    const beat = over({ kind: 'beat', beatType: 'til' });
    expect(touchedTags(beat, beat)).toContain('beats:til');
    expect(touchedTags(beat, beat)).not.toContain('beat-types');
    expect(touchedTags(null, beat)).toContain('beat-types');
  });
});
