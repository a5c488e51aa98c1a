import { describe, expect, test } from 'vitest';
import { drawSign, findDrawingProblem, iconSchema, iconTypeOf } from './icon';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('an icon', () => {
  test.each([
    {
      name: 'PNG',
      file: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0),
      is: 'image/png',
    },
    { name: 'ICO', file: Uint8Array.of(0, 0, 1, 0, 1, 0), is: 'image/x-icon' },
    { name: 'SVG', file: bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), is: 'image/svg+xml' },
    {
      name: 'SVG with a prologue',
      file: bytes('﻿<?xml version="1.0"?>\n<!-- x -->\n<svg>'),
      is: 'image/svg+xml',
    },
    { name: 'HTML', file: bytes('<html><svg></svg></html>'), is: null },
    { name: 'JPEG', file: Uint8Array.of(0xff, 0xd8, 0xff), is: null },
    { name: 'nothing', file: new Uint8Array(), is: null },
  ])('$name is $is by its content', ({ file, is }) => {
    expect(iconTypeOf(file)).toBe(is);
  });

  test.each([
    { text: 'C', isTaken: true },
    { text: '日', isTaken: true },
    { text: '👩‍🚀', isTaken: true },
    { text: '🇨🇭', isTaken: true },
    { text: '', isTaken: false },
    { text: 'CP', isTaken: false },
  ])('“$text” is one character: $isTaken', ({ text, isTaken }) => {
    expect(iconSchema.safeParse({ kind: 'sign', text }).success).toBe(isTaken);
  });

  test('is drawn from a character, whichever it is', () => {
    expect(drawSign('<', '#900', '#fff')).toContain('>&#60;</text>');
    expect(drawSign('C', '#900', '#fff')).toContain('<rect');
    expect(drawSign('📚', '#900', '#fff')).not.toContain('<rect');
  });
});

test.each([
  { svg: '<svg><path d="M0 0"/><style>a{fill:url(#x)}</style></svg>', is: null },
  { svg: '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/></svg>', is: null },
  { svg: '<svg><script>1</script></svg>', is: 'scripts or HTML' },
  { svg: '<svg onload="x()">', is: 'event handlers' },
  { svg: '<svg><a href="javascript:x()">', is: 'event handlers' },
  { svg: '<!DOCTYPE svg [<!ENTITY x "y">]><svg>', is: 'entities' },
  { svg: '<svg><image href="https://example.org/x.png"/>', is: 'parts from other places' },
])('a drawing with $is: $svg', ({ svg, is }) => {
  expect(findDrawingProblem(svg)).toBe(is);
});
