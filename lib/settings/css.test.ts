import { expect, test } from 'vitest';
import { findCssProblem, maxCssBytes } from './css';

test.each([
  '',
  'a { color: red }',
  '.x:has(> [data-y="]"]) { content: "}" }\n@media (width > 40rem) { a { b: c } }',
  "a::before { content: '\\'' } /* it's { */ b { c: d }",
  '@font-face { src: url(https://example.org/a}b.woff2) }',
  'a { background: url("x)y") }',
  '.a\\{b { c: d }',
  '</style><script>alert(1)</script> { }',
])('takes %j', (css) => {
  expect(findCssProblem(css)).toBeNull();
});

test.each([
  { css: 'a {\n b: c\n\nd { e: f }', is: 'line 1: this “{” is never closed' },
  { css: 'a { }\n}', is: 'line 2: this “}” closes nothing' },
  {
    css: 'a {\n b: calc(1px + 2px;\n}',
    is: 'line 3: this “}” stands where the “(” of line 2 should be closed',
  },
  { css: 'a{}\n/* b{}', is: 'line 2: this comment never ends' },
  { css: 'a { content: "x\n" }', is: 'line 1: this " is never closed' },
  {
    css: '\n@import url(https://example.org/a.css);',
    is: 'line 2: @import does nothing here; everything has to stand in this one sheet',
  },
  { css: `/*${'x'.repeat(maxCssBytes)}*/`, is: 'has 51 KB; at most 50 KB are taken' },
])('says what is wrong with $css', ({ css, is }) => {
  expect(findCssProblem(css.slice(0, maxCssBytes + 10))).toBe(is);
});

test('reads a long sheet in no time', () => {
  // What goes back over what it has read would take hours.
  expect(findCssProblem('a{b:url('.repeat(6000))).toContain('never closed');
  expect(findCssProblem('/*'.repeat(25_000))).toContain('never ends');
  expect(findCssProblem('"'.repeat(51_000))).toBeNull();
});
