import { expect, test } from 'vitest';
import { stored } from '@/components/media/upload/fixture';
import type { Upload } from '@/components/media/upload/upload';
import { mapBy, TextMarks } from '../text/text-marks';
import type { TextSurface } from '../text/text-surface';
import { TextUploads } from './text-uploads';

const upload = (id: number, state: Upload['state']): Upload => ({
  ...{ id, state, name: 'a.png' },
  file: new File(['a'], 'a.png'),
});
const waiting = { name: 'waiting' } as const;
const done = { name: 'done', file: stored, remark: null } as const;

/** A text in which the author composes a letter: changes wait until they rest. */
function composing(before: string) {
  const marks = new TextMarks();
  let text = before;
  let waitingActs: (() => void)[] = [];
  const put = (at: number, insert: string, writtenFor: number | null) => {
    text = text.slice(0, at) + insert + text.slice(at);
    marks.move(mapBy({ from: at, to: at, insert }), writtenFor);
  };
  const surface: TextSurface = {
    selected: () => ({ text, from: text.length, to: text.length }),
    place: () => text.length,
    placeAt: () => null,
    apply: () => {},
    focus: () => {},
    change: (change, writtenFor) =>
      waitingActs.push(() => {
        for (const { from, insert } of change(text)) put(from, insert, writtenFor?.mark ?? null);
        writtenFor?.done();
      }),
  };
  return {
    marks,
    uploads: new TextUploads(marks, surface),
    text: () => text,
    compose: (at: number, letters: string) => put(at, letters, null),
    rest() {
      const acts = waitingActs;
      waitingActs = [];
      for (const act of acts) act();
    },
  };
}

test('an upload that comes while a letter is composed is written when the author rests', () => {
  const { uploads, marks, text, compose, rest } = composing('One.');
  uploads.follow(upload(1, waiting));
  uploads.follow(upload(1, done));
  compose(0, 'か');
  expect(text()).toBe('かOne.');
  rest();
  expect(text()).toBe('かOne.\n\n![](/media/7/a.png)');
  expect(marks.all).toEqual([]);
});

test('an upload that is told of twice meanwhile is written once', () => {
  const { uploads, text, rest } = composing('');
  uploads.follow(upload(1, waiting));
  uploads.follow(upload(1, done));
  uploads.follow(upload(1, done));
  rest();
  expect(text()).toBe('![](/media/7/a.png)');
});

test('uploads that come meanwhile keep their order', () => {
  const { uploads, marks, text, rest } = composing('');
  uploads.follow(upload(1, waiting));
  uploads.follow(upload(2, waiting));
  uploads.follow(upload(2, { ...done, file: { ...stored, path: '/media/8/b.png' } }));
  uploads.follow(upload(1, done));
  rest();
  expect(text().match(/\/media\/\d/g)).toEqual(['/media/7', '/media/8']);
  expect(marks.all).toEqual([]);
});
