// A post for tests of what is pure.
import type { Entry } from '../posts/types';

export function buildEntry(): Entry & { plainText: string } {
  return {
    id: 7,
    kind: 'entry',
    number: 3,
    slug: 'on-bread',
    publishedAt: new Date('2026-01-15T09:30:00Z'),
    publishedOn: '2026-01-15',
    updatedAt: new Date('2026-01-16T10:00:00Z'),
    displayTitle: 'On bread',
    lang: null,
    tags: [
      { id: 1, slug: 'bread', name: 'bread' },
      { id: 2, slug: 'cpp', name: 'C++' },
    ],
    html: '<p>Bread.</p>',
    excerptHtml: '<p>Bread.</p>',
    hasMore: false,
    wordCount: 1,
    cardImage: null,
    plainText: 'Bread.',
  };
}
