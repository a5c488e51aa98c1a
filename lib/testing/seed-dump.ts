// A small dump in the seed blog's format, written for these tests.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

type Cell = string | number | null;
type Table = { columns: string[]; rows: Cell[][] };
export type Dump = Record<string, Table>;

const dated = [
  'id',
  'created',
  'slug',
  'metadata',
  'import_ref',
  'card_image',
  'is_draft',
  'series_id',
];
const common = (
  id: number,
  created: string,
  slug: string,
  series: number | null = null,
): Cell[] => [id, created, slug, '{}', null, null, 0, series];

const joins = (type: string, rows: [number, number, number][]): Table => ({
  columns: ['id', `${type}_id`, 'tag_id'],
  rows,
});

/** One of everything, and each thing that needs care. A new copy each time, to be changed at will. */
export function smallDump(): Dump {
  return {
    blog_series: {
      columns: ['id', 'created', 'slug', 'title', 'summary'],
      rows: [[1, '2020-01-01T00:00:00+00:00', 'Old-Series', 'An old series', 'With *emphasis*.']],
    },
    blog_tag: {
      columns: ['id', 'tag', 'description'],
      rows: [
        [1, 'diy', ''],
        [2, 'DIY', 'Do it *yourself*.'],
        [3, 'rope', ''],
        [4, 'unused', ''],
        [5, 'relived', ''],
      ],
    },
    blog_entry: {
      columns: [...dated, 'title', 'body', 'tweet_html', 'extra_head_html', 'custom_template'],
      rows: [
        [
          ...common(11, '2004-05-06T07:08:09+00:00', 'knots', 1),
          'On knots',
          '<p>A <a href="https://old.example.org/2004/May/5/rope/">rope</a> is not a knot.</p><p>Yet.<script>alert(1)</script></p>',
          null,
          null,
          null,
        ],
        [
          ...common(12, '2004-05-06T23:59:59-03:00', 'late'),
          'Late in the day',
          '<p>Elsewhere it was still the sixth.</p>',
          null,
          null,
          null,
        ],
        [
          ...common(13, '2004-05-08T00:00:00+00:00', 'clash'),
          'The entry',
          '<p>Second to come.</p>',
          null,
          null,
          null,
        ],
      ],
    },
    blog_entry_tags: joins('entry', [
      [5, 11, 3],
      [2, 11, 1],
      [9, 11, 2],
    ]),
    blog_blogmark: {
      columns: [
        ...dated,
        'link_url',
        'link_title',
        'via_url',
        'via_title',
        'commentary',
        'use_markdown',
        'title',
      ],
      rows: [
        [
          ...common(21, '2004-05-08T01:00:00+00:00', 'clash'),
          'https://old.example.org/2004/May/6/knots/',
          'The link',
          null,
          null,
          'Plain & simple\n\nTwo.',
          0,
          '',
        ],
        [
          ...common(22, '2004-05-09T01:00:00+00:00', 'marked'),
          'https://example.com/',
          'Marked',
          'https://example.com/via',
          'Via',
          '*Marked* down',
          1,
          null,
        ],
        [
          ...common(23, '2004-05-09T02:00:00+00:00', 'broken'),
          'not an address',
          'Broken',
          null,
          null,
          '',
          0,
          null,
        ],
      ],
    },
    blog_blogmark_tags: joins('blogmark', [[1, 21, 3]]),
    blog_quotation: {
      columns: [...dated, 'quotation', 'source', 'source_url', 'context'],
      rows: [
        [
          ...common(31, '2005-01-02T03:04:05+00:00', 'words'),
          'Some words',
          'Somebody',
          null,
          'in *a book*',
        ],
      ],
    },
    blog_quotation_tags: joins('quotation', []),
    blog_note: {
      columns: [...dated, 'body', 'title'],
      rows: [[...common(41, '2025-01-02T03:04:05+00:00', 'a-note'), 'A note.', null]],
    },
    blog_note_tags: joins('note', [
      [1, 41, 5],
      [2, 99, 3],
    ]),
    blog_beat: {
      columns: [
        ...dated,
        'beat_type',
        'title',
        'url',
        'commentary',
        'image_url',
        'image_alt',
        'note',
      ],
      rows: [
        [
          51,
          '2026-01-02T03:04:05+00:00',
          'thing-1-0',
          '{}',
          'release:thing:1.0',
          null,
          0,
          null,
          'release',
          'thing 1.0',
          'https://example.com/thing',
          'A thing',
          null,
          null,
          '',
        ],
        [
          ...common(52, '2026-01-03T03:04:05+00:00', 'odd'),
          'field_trip',
          'An odd one',
          'https://example.com/odd',
          '',
          null,
          null,
          'With a note.',
        ],
      ],
    },
    blog_beat_tags: joins('beat', []),
    blog_previoustagname: {
      columns: ['id', 'previous_name', 'tag_id'],
      rows: [
        [1, 'string', 3],
        [2, 'relived', 3],
      ],
    },
    redirects_redirect: {
      columns: ['id', 'domain', 'path', 'target'],
      rows: [
        [1, 'old.example.org', 'first', 'https://old.example.org/second/'],
        [2, 'old.example.org', 'second/', 'https://old.example.org/2004/May/6/knots/'],
        [3, 'www.old.example.org', '*', 'https://old.example.org/'],
        [4, 'old.example.org', 'round', '/about-face/'],
        [5, 'old.example.org', 'about-face', '/round/'],
      ],
    },
    guides_chapter: {
      columns: ['id', 'title'],
      rows: [
        [1, 'One'],
        [2, 'Two'],
      ],
    },
  };
}

/** Writes a dump into a folder. */
export async function writeDump(folder: string, dump: Dump): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [table, { columns, rows }] of Object.entries(dump)) {
    await writeFile(
      path.join(folder, `${table}.metadata.json`),
      JSON.stringify({ name: table, columns }),
    );
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`);
    await writeFile(path.join(folder, `${table}.ndjson`), lines.join(''));
  }
}
