// Posts for tests: valid input of each kind, to be changed where a test cares.
import type { PostInput } from '../posts/input';
import type { PostKind } from '../posts/kinds';

type InputOf<Kind extends PostKind> = Extract<PostInput, { kind: Kind }>;

const publishedAt = new Date('2026-01-15T09:30:00Z');

const builders: { [Kind in PostKind]: () => InputOf<Kind> } = {
  entry: () => ({
    kind: 'entry',
    title: 'An entry',
    body: 'One paragraph.\n\nAnother one.',
    publishedAt,
  }),
  blogmark: () => ({
    kind: 'blogmark',
    linkUrl: 'https://example.org/linked',
    linkTitle: 'A linked page',
    body: 'What I made of it.',
    publishedAt,
  }),
  quotation: () => ({ kind: 'quotation', body: 'Some words.', source: 'Somebody', publishedAt }),
  note: () => ({ kind: 'note', body: 'A short note.', publishedAt }),
  beat: () => ({
    kind: 'beat',
    beatType: 'release',
    title: 'tool 1.0',
    linkUrl: 'https://example.org/tool',
    commentary: 'a first release',
    publishedAt,
  }),
};

/** Input of a post of a kind. */
export function buildPost<Kind extends PostKind>(
  kind: Kind,
  over: Partial<InputOf<Kind>> = {},
): InputOf<Kind> {
  return { ...builders[kind](), ...over };
}
