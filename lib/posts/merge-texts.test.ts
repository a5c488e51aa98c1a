// Two changed texts put together.
import { describe, expect, test } from 'vitest';
import { emptyValues } from './form-texts';
import { decide, mergeTexts, mergeValues } from './merge-texts';

const base = 'One.\n\nTwo.\n\nThree.\n';

test.each([
  { name: 'nothing changed', mine: base, theirs: base, merged: base },
  { name: 'only mine changed', mine: 'Mine.', theirs: base, merged: 'Mine.' },
  { name: 'only theirs changed', mine: base, theirs: 'Theirs.', merged: 'Theirs.' },
  { name: 'both say the same', mine: 'Same.', theirs: 'Same.', merged: 'Same.' },
  {
    name: 'different paragraphs changed',
    mine: 'One, mine.\n\nTwo.\n\nThree.\n',
    theirs: 'One.\n\nTwo.\n\nThree, theirs.\n',
    merged: 'One, mine.\n\nTwo.\n\nThree, theirs.\n',
  },
  {
    name: 'one added, the other took away',
    mine: 'One.\n\nTwo.\n\nThree.\n\nFour.\n',
    theirs: 'Two.\n\nThree.\n',
    merged: 'Two.\n\nThree.\n\nFour.\n',
  },
  {
    name: 'a last line without its end',
    mine: 'One.\n\nTwo.\n\nThree.',
    theirs: 'One!\n\nTwo.\n\nThree.\n',
    merged: 'One!\n\nTwo.\n\nThree.',
  },
])('without a choice: $name', ({ mine, theirs, merged }) => {
  const parts = mergeTexts({ base, mine, theirs });
  expect(parts.filter((part) => part.kind === 'choice')).toEqual([]);
  expect(decide(parts)).toBe(merged);
});

test('what both have changed is a choice, the rest is taken in', () => {
  const mine = 'One.\n\nTwo, mine.\n\nThree.\n';
  const theirs = 'One, theirs.\n\nTwo, theirs.\n\nThree.\n';
  const parts = mergeTexts({ base, mine, theirs });
  expect(parts.filter((part) => part.kind === 'choice')).toEqual([
    { kind: 'choice', base: 'Two.\n', mine: 'Two, mine.\n', theirs: 'Two, theirs.\n' },
  ]);
  expect(decide(parts)).toBe('One, theirs.\n\nTwo, mine.\n\nThree.\n');
  expect(decide(parts, ['theirs'])).toBe(theirs);
});

describe('forms', () => {
  const form = (over: Record<string, string>) => ({ ...emptyValues('note'), ...over });
  const merge = (
    before: Record<string, string>,
    mine: Record<string, string>,
    theirs: Record<string, string>,
  ) =>
    mergeValues('note', {
      base: form(before),
      mine: form({ ...before, ...mine }),
      theirs: form({ ...before, ...theirs }),
    });

  test('are put together field by field', () => {
    const { values, undecided } = merge(
      { title: 'T', body: base, slug: 's' },
      { title: 'Mine' },
      { body: 'Theirs.' },
    );
    expect(values).toEqual(form({ title: 'Mine', body: 'Theirs.', slug: 's' }));
    expect(undecided).toEqual([]);
  });

  test('leave a line that both changed to be chosen as a whole', () => {
    const { values, undecided } = merge({ title: 'T' }, { title: 'Mine' }, { title: 'Theirs' });
    expect(values.title).toBe('Mine');
    expect(undecided).toEqual([
      {
        name: 'title',
        label: 'Title',
        parts: [{ kind: 'choice', base: 'T', mine: 'Mine', theirs: 'Theirs' }],
      },
    ]);
  });

  test('take in tags of both, and let go what one let go', () => {
    const { values } = merge({ tags: 'a\nb\nc' }, { tags: 'c\na\nb\nd' }, { tags: 'a\nc\ne' });
    expect(values.tags).toBe('c\na\nd\ne');
  });
});
