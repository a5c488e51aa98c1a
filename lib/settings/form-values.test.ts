// From stored settings to a form and back, and what happens when two have it open.
import { describe, expect, test } from 'vitest';
import { initialSettings, type Settings, settingKeys } from './definition';
import { readFormValues, toFormValues } from './form-values';
import { readIconUpload } from './icon-upload';

const rich: Settings = {
  title: 'A “title”',
  tagline: '',
  author: 'Somebody',
  about: 'One.\n\nTwo.',
  language: 'pt-BR',
  timeZone: 'Europe/Berlin',
  navigation: [
    { label: 'Projects', url: '/tags/projects/' },
    { label: 'Write', url: 'mailto:a@example.org' },
  ],
  footer: [{ label: 'Elsewhere', url: 'https://example.org/' }],
  accent: '#0b6',
  favicon: { kind: 'sign', text: '📚' },
  customCss: 'a { b: c }',
  typography: false,
  ownHosts: ['old.example.org'],
  uploadLimit: '20',
  hub: 'https://hub.example/',
  verification: [{ name: 'google-site-verification', content: 'x=y' }],
  relMe: ['https://social.example/@me', 'mailto:a@example.org'],
  analytics: {
    src: 'https://stats.example.org/x.js',
    attributes: [{ name: 'data-a', value: 'b "c"' }],
  },
};

describe('a form that is sent as it was shown', () => {
  test.each([
    { name: 'of a new site', settings: initialSettings },
    { name: 'of a site that has set everything', settings: rich },
  ])('changes nothing $name', ({ settings }) => {
    const read = readFormValues(toFormValues(settings), settings);
    expect(read).toEqual({ changes: {}, problems: {}, values: toFormValues(settings) });
  });

  test('says everything', () => {
    const { seen: _, ...texts } = toFormValues(rich);
    expect(readFormValues(texts, initialSettings).changes).toEqual({ ...rich });
    expect(Object.keys(rich)).toEqual(settingKeys);
  });
});

const read = (texts: Record<string, string>, settings = initialSettings) =>
  readFormValues({ ...toFormValues(settings), ...texts }, settings);

describe('a form that was changed', () => {
  test.each<{ texts: Record<string, string>; changes: object }>([
    { texts: { title: ' New ' }, changes: { title: 'New' } },
    { texts: { about: 'One\r\nTwo\0' }, changes: { about: 'One\nTwo' } },
    {
      texts: { 'navigation.7.label': 'B', 'navigation.7.url': '/b/', 'navigation.9.label': ' ' },
      changes: { navigation: [{ label: 'B', url: '/b/' }] },
    },
    {
      texts: { favicon: 'sign', 'favicon.sign': 'C' },
      changes: { favicon: { kind: 'sign', text: 'C' } },
    },
    { texts: { favicon: 'file' }, changes: {} },
    {
      texts: { analytics: '<script src="/s.js"></script>' },
      changes: { analytics: { src: '/s.js', attributes: [] } },
    },
  ])('by $texts', ({ texts, changes }) => {
    expect(read(texts)).toMatchObject({ changes, problems: {} });
  });

  test('by what is no longer there', () => {
    const {
      typography: _,
      'navigation.0.label': __,
      'navigation.0.url': ___,
      ...texts
    } = toFormValues({
      ...rich,
      typography: true,
    });
    expect(readFormValues(texts, { ...rich, typography: true }).changes).toEqual({
      typography: false,
      navigation: [rich.navigation[1]],
    });
  });
});

describe('what cannot be stored', () => {
  test.each<{ texts: Record<string, string>; problems: object }>([
    { texts: { title: ' ' }, problems: { title: 'Must not be empty.' } },
    {
      texts: { timeZone: 'Atlantis' },
      problems: { timeZone: 'Must be a zone such as Europe/Berlin.' },
    },
    {
      texts: { language: 'en english' },
      problems: { language: 'Must be a language tag such as en or pt-BR.' },
    },
    {
      texts: { accent: 'red' },
      problems: { accent: 'Must be a colour such as #9c3d24 or oklch(0.49 0.13 36).' },
    },
    { texts: { customCss: 'a {' }, problems: { customCss: 'Line 1: this “{” is never closed.' } },
    {
      texts: { relMe: 'https://a.example/\nb.example' },
      problems: { relMe: 'Line 2 must begin with https:// or mailto:.' },
    },
    {
      texts: { verification: 'viewport=x' },
      problems: { verification: 'Line 1 is set by the pages themselves.' },
    },
    {
      texts: { favicon: 'sign', 'favicon.sign': 'CP' },
      problems: { favicon: 'Must be one letter or one emoji.' },
    },
    {
      texts: { favicon: 'file', 'favicon.type': 'image/png', 'favicon.data': 'AAAA' },
      problems: { favicon: 'Is neither an SVG nor a PNG nor an ICO picture.' },
    },
    {
      texts: { 'footer.3.label': 'X', 'footer.3.url': 'x' },
      problems: { 'footer.0.url': 'Must begin with /, https:// or mailto:.' },
    },
  ])('is named: $texts', ({ texts, problems }) => {
    expect(read(texts)).toMatchObject({ changes: {}, problems });
  });

  test('is shown again, with the good fields beside it', () => {
    const { changes, values } = read({ title: '', author: 'Me', 'footer.3.label': 'X' });
    expect(changes).toEqual({ author: 'Me' });
    expect(values).toMatchObject({ title: '', author: 'Me', 'footer.0.label': 'X' });
  });
});

describe('two who have the form open', () => {
  const mine = { ...toFormValues(initialSettings), title: 'Mine', author: 'Me' };

  test('do not undo what only the other has changed', () => {
    const theirs = { ...initialSettings, tagline: 'Theirs' };
    expect(readFormValues(mine, theirs)).toMatchObject({
      changes: { title: 'Mine', author: 'Me' },
      problems: {},
    });
  });

  test('are told of what both have changed, once', () => {
    const theirs = { ...initialSettings, title: 'Theirs' };
    const first = readFormValues(mine, theirs);
    expect(first.problems.title).toContain('Somebody else');
    expect(first.values.title).toBe('Mine');
    expect(readFormValues(first.values, theirs)).toMatchObject({
      changes: { title: 'Mine', author: 'Me' },
      problems: {},
    });
  });

  test('do not undo each other by saving again what was refused', () => {
    const theirs: Settings = {
      ...initialSettings,
      title: 'Theirs',
      tagline: 'Their tagline',
      typography: !initialSettings.typography,
      navigation: [{ label: 'B', url: '/b/' }],
    };
    const { values, problems } = readFormValues(mine, theirs);
    expect(Object.keys(problems)).toEqual(['title']);
    expect(values).toEqual({ ...toFormValues(theirs), title: 'Mine', author: 'Me' });
    expect(readFormValues(values, theirs).changes).toEqual({ title: 'Mine', author: 'Me' });
  });

  test('are told of it also where what was typed cannot be stored yet', () => {
    const theirs = { ...initialSettings, title: 'Theirs' };
    const { values } = readFormValues({ ...mine, title: '' }, theirs);
    expect(readFormValues({ ...values, title: 'Mine' }, theirs).problems.title).toContain(
      'Somebody else',
    );
  });

  test('may have changed the same', () => {
    const theirs = { ...initialSettings, title: 'Mine' };
    expect(readFormValues(mine, theirs).problems).toEqual({});
  });
});

describe('an uploaded icon', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0);
  const formWith = (kind: string, bytes?: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.set('favicon', kind);
    if (bytes) form.set('favicon.file', new File([bytes], 'icon'));
    return form;
  };

  test('is known by its content, and kept in the form', async () => {
    const texts = await readIconUpload('favicon', formWith('file', png), null);
    expect(texts).toMatchObject({ 'favicon.type': 'image/png' });
    expect(read({ favicon: 'file', ...(texts as object) }).changes.favicon).toEqual({
      kind: 'file',
      type: 'image/png',
      data: Buffer.from(png).toString('base64'),
    });
  });

  test.each([
    {
      name: 'too large',
      form: formWith('file', new Uint8Array(70_000)),
      is: /^The file has 69 KB/,
    },
    {
      name: 'something else',
      form: formWith('file', new Uint8Array(9)),
      is: /^The file is neither/,
    },
    { name: 'missing', form: formWith('file'), is: 'Choose a file.' },
    { name: 'not asked for', form: formWith('none', png), is: {} },
  ])('that is $name', async ({ form, is }) => {
    const texts = await readIconUpload('favicon', form, null);
    if (is instanceof RegExp) expect(texts).toMatch(is);
    else expect(texts).toEqual(is);
  });

  test('may stay', async () => {
    const current = { kind: 'file', type: 'image/png', data: 'x' } as const;
    expect(await readIconUpload('favicon', formWith('file'), current)).toEqual({});
  });
});
