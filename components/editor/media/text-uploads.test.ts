import { describe, expect, test } from 'vitest';
import { stored } from '@/components/media/upload/fixture';
import type { Upload } from '@/components/media/upload/upload';
import { UploadQueue } from '@/components/media/upload/upload-queue';
import type { UploadedFile } from '@/lib/media/upload-answers';
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

const together: readonly UploadedFile[] = [
  { ...stored, path: '/media/1/a.mp4', type: 'video/mp4' },
  { ...stored, path: '/media/2/a.wav', type: 'audio/wav' },
  { ...stored, path: '/media/3/a.pdf', type: 'application/pdf', originalName: 'a.pdf', size: 53 },
];
const film = '<video controls src="/media/1/a.mp4"></video>';
const recording = '<audio controls src="/media/2/a.wav"></audio>';
const paper = '[a.pdf](/media/3/a.pdf) (53 bytes)';
const paragraphs = `${film}\n\n${recording}\n\n${paper}`;
const inLine = `${film} ${recording} ${paper}`;
const orders = ['123', '132', '213', '231', '312', '321'];

describe.each([
  { name: 'where nothing is written', before: '|', after: paragraphs },
  { name: 'after a paragraph', before: 'One.|', after: `One.\n\n${paragraphs}` },
  { name: 'before a paragraph', before: '|One.', after: `${paragraphs}\n\nOne.` },
  {
    name: 'between paragraphs',
    before: 'One.\n|\nTwo.',
    after: `One.\n\n${paragraphs}\n\nTwo.`,
  },
  { name: 'in a sentence', before: 'One |two.', after: `One ${inLine} two.` },
  { name: 'in a word', before: 'On|e.', after: `On ${inLine} e.` },
  { name: 'in a list', before: '- |', after: `- ${inLine}` },
  { name: 'in a quote', before: 'One.\n> |', after: `One.\n> ${inLine}` },
])('files that are dropped together $name', ({ before, after }) => {
  test.each(orders)('and come in the order %s', (order) => {
    const { uploads, marks, text, rest } = composing(before.replace('|', ''));
    const queue = new UploadQueue({
      mostBytes: 1000,
      send: () => new Promise(() => {}),
      onChange: (one) => uploads.follow(one),
    });
    const files = together.map(({ path }) => new File(['a'], path));
    uploads.begin(queue, files, before.indexOf('|'));
    const begun = queue.get();
    for (const number of order) {
      const one = begun[Number(number) - 1];
      const file = together[Number(number) - 1];
      if (one && file) uploads.follow({ ...one, state: { ...done, file } });
    }
    rest();
    expect(text()).toBe(after);
    expect(marks.all).toEqual([]);
  });
});
