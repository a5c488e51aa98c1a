import { describe, expect, test } from 'vitest';
import { renderBody } from './render';
import { typographic } from './typography';

const plainCases: Array<[name: string, written: string, set: string]> = [
  ['double quotes', 'He said "hello" twice', 'He said “hello” twice'],
  ['double quotes around all', '"Hello"', '“Hello”'],
  ['single quotes', "the 'best' one", 'the ‘best’ one'],
  ['contraction', "don't", 'don’t'],
  ['several contractions', "I'd've said it's Ada's", 'I’d’ve said it’s Ada’s'],
  ['plural possessive', "the dogs' bowls", 'the dogs’ bowls'],
  ['decade', "music of the '90s and '80s", 'music of the ’90s and ’80s'],
  ['short year', "the class of '68", 'the class of ’68'],
  ['decade with both', "the '60s' sound", 'the ’60s’ sound'],
  ['elision', "'Twas the night, 'til dawn", '’Twas the night, ’til dawn'],
  ['elision between words', "rock 'n' roll", 'rock ’n’ roll'],
  ['single opening without an end', "surfing the 'net", 'surfing the ’net'],
  ['single inside double', '"She said \'yes\' to it"', '“She said ‘yes’ to it”'],
  ['double inside single', '\'He said "no"\'', '‘He said “no”’'],
  ['both end together', '"He said \'no\'"', '“He said ‘no’”'],
  ['both start together', '"\'No\' is an answer"', '“‘No’ is an answer”'],
  ['after an opening bracket', '("quoted") and ["this"]', '(“quoted”) and [“this”]'],
  ['after a dash', 'and--"so"--on', 'and—“so”—on'],
  ['before punctuation', '"One", "two"; "three".', '“One”, “two”; “three”.'],
  ['punctuation inside', 'Is it "really?" Yes, "really."', 'Is it “really?” Yes, “really.”'],
  ['after a colon without space', 'title:"Name"', 'title:“Name”'],
  ['after a slash', '"a"/"b"', '“a”/“b”'],
  ['inches', 'a 6" nail', 'a 6” nail'],
  ['feet and inches', `he is 6'2" tall`, 'he is 6’2” tall'],
  ['quoted year in the middle', '"Since 1999" he said', '“Since 1999” he said'],
  ['empty quotes', 'an empty "" string', 'an empty “” string'],
  ['quotes with an accent', '"Élan" and l\'été', '“Élan” and l’été'],
  ['already set', '“Kept” and ‘kept’', '“Kept” and ‘kept’'],
  ['over a line', '"one\ntwo"', '“one\ntwo”'],
  ['two hyphens between words', 'wait--what', 'wait—what'],
  ['two hyphens between spaces', 'wait -- what', 'wait — what'],
  ['three hyphens', 'wait---what', 'wait—what'],
  ['four hyphens', 'a ---- b', 'a ---- b'],
  ['two hyphens at the end', 'I never--', 'I never—'],
  ['two hyphens before a closing quote', '"I never--"', '“I never—”'],
  ['attribution', '-- Ada Lovelace', '— Ada Lovelace'],
  ['hyphen between spaces', 'fast - and small', 'fast — and small'],
  ['hyphen in a word', 'well-known', 'well-known'],
  ['hyphen before a word', 'the -x flag', 'the -x flag'],
  ['hyphen at the start of a line', 'Things:\n - one\n - two', 'Things:\n - one\n - two'],
  ['option', 'use --help', 'use --help'],
  ['option in brackets', 'run (--old-host)', 'run (--old-host)'],
  ['option in quotes', 'pass "--yes" twice', 'pass “--yes” twice'],
  ['option at the start', '--verbose is noisy', '--verbose is noisy'],
  ['ellipsis in brackets', 'and [...] so', 'and [...] so'],
  ['three dots', 'well... "yes"', 'well... “yes”'],
  ['address', "see https://a.example/it's--here now", "see https://a.example/it's--here now"],
  ['address in quotes', '"https://a.example/x"', '“https://a.example/x”'],
  ['address without scheme', "www.a.example/don't", "www.a.example/don't"],
  ['host and path', "a.example/x--y's", "a.example/x--y's"],
  ['path', 'in ~/.cache/models--x--y/ it is', 'in ~/.cache/models--x--y/ it is'],
  ['arrow', 'a --> b <-- c', 'a --> b <-- c'],
  ['tag written out', 'the <a href="x"> tag', 'the <a href="x"> tag'],
  ['comment written out', '<!-- "x" --> is a comment', '<!-- "x" --> is a comment'],
  ['code between back-ticks', 'run `echo "x"` "now"', 'run `echo "x"` “now”'],
  ['nothing to do', 'Plain words.', 'Plain words.'],
];

describe('typographic quotes and dashes in plain text', () => {
  test.each(plainCases)('%s', (_, written, set) => {
    expect(typographic(written)).toBe(set);
  });
});

const bodyCases: Array<[name: string, written: string, set: string]> = [
  ['around emphasis', '<p>"<em>x</em>"</p>', '<p>“<em>x</em>”</p>'],
  ['from text into a link', '<p>"a <a href="/b">b"</a></p>', '<p>“a <a href="/b">b”</a></p>'],
  ['apostrophe after a link', `<p><a href="/b">Bo</a>'s</p>`, '<p><a href="/b">Bo</a>’s</p>'],
  ['around code', '<p>"<code>"x"</code>"</p>', '<p>“<code>"x"</code>”</p>'],
  ['possessive of code', `<p><code>x</code>'s y</p>`, '<p><code>x</code>’s y</p>'],
  [
    'dash between codes',
    '<p><code>a</code> -- <kbd>b</kbd></p>',
    '<p><code>a</code> — <kbd>b</kbd></p>',
  ],
  [
    'never in kbd, samp',
    `<p><kbd>"</kbd> <samp>it's</samp></p>`,
    `<p><kbd>"</kbd> <samp>it's</samp></p>`,
  ],
  ['never in attributes', `<p title="it's">it's</p>`, `<p title="it's">it’s</p>`],
  ['not over blocks', '<p>a "b</p><p>"c" d</p>', '<p>a “b</p><p>“c” d</p>'],
  ['after a line break', '<p>a<br>"b"</p>', '<p>a<br>“b”</p>'],
  ['in list items', '<ul><li>"a"</li><li>"b"</li></ul>', '<ul><li>“a”</li><li>“b”</li></ul>'],
  ['in a table cell', '<table><tr><td>"a"</td></tr></table>', '<td>“a”</td>'],
  ['never in a drawing', '<svg><text>"a" -- b</text></svg>', '<text>"a" -- b</text>'],
  ['never in preformatted text', '<pre>"a" -- b</pre>', '<code>"a" -- b</code>'],
];

describe('typographic quotes and dashes in a body', () => {
  test.each(bodyCases)('%s', async (_, source, set) => {
    const { html } = await renderBody(source, { format: 'html', typography: true, idPrefix: '' });
    expect(
      html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&apos;', "'"),
    ).toContain(set);
  });

  test('Markdown: a linked address keeps its hyphens, the words beside it do not', async () => {
    const source = `"it's" -- https://a.example/b--c`;
    const { html } = await renderBody(source, {
      format: 'markdown',
      typography: true,
      idPrefix: '',
    });
    expect(html).toBe(
      '<p>“it’s” — <a href="https://a.example/b--c">https://a.example/b--c</a></p>',
    );
  });

  test('plain text is set too', async () => {
    const { html } = await renderBody(`it's`, { format: 'text', typography: true, idPrefix: '' });
    expect(html).toBe('<p>it’s</p>');
  });

  test('switched off, everything stays as typed', async () => {
    const source = `"it's" -- so`;
    const { html } = await renderBody(source, {
      format: 'markdown',
      typography: false,
      idPrefix: '',
    });
    expect(html).toBe(`<p>"it's" -- so</p>`);
  });
});
