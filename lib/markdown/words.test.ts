import { expect, test } from 'vitest';
import { countWords } from './words';

const texts: Array<[name: string, text: string]> = [
  ['prose', 'The quick brown fox, she said, can’t jump; it\'s "tired".'],
  ['numbers', 'At 10.5 % of 1,234,567 we have 3.14 and v1.2.3 and 10:30.'],
  ['addresses', 'See https://a.example/b_c/d-e?f=g#h or mail a.b@c.example!'],
  ['code', 'foo.bar(baz_qux, __init__) -> x::y; a->b = {c: 1e10}'],
  ['underscores alone', '_ a_ _b __c__ d_e'],
  ['accents and marks', 'Élan naïve cafe\u0301 Ελληνικά Привет'],
  ['other scripts', 'हिन्दी العربية עברית'],
  ['without spaces', '日本語の文章です。漢字とカタカナ。'],
  ['mixed', 'The word 日本語 means Japanese, ภาษาไทย means Thai.'],
  ['signs and emoji', '🎉 — … • © 👩‍💻 ok'],
  ['nothing', ' \n '],
];

test.each(texts)('counts as Intl.Segmenter does: %s', (_, text) => {
  const segments = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)];
  expect(countWords(text, 'en')).toBe(segments.filter(({ isWordLike }) => isWordLike).length);
});
