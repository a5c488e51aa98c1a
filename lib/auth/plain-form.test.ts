import { describe, expect, test } from 'vitest';
import { isPlainForm, readSentForm } from './plain-form';

const form = 'multipart/form-data; boundary=x';

describe('forms sent without a script', () => {
  test.each<[string, boolean, { method?: string; path?: string; headers?: HeadersInit }]>([
    ['a form of the dashboard', true, {}],
    [
      'encoded otherwise',
      true,
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    ['what a script sends', false, { headers: { 'content-type': form, 'next-action': '40ab' } }],
    ['a text', false, { headers: { 'content-type': 'text/plain;charset=UTF-8' } }],
    ['without a body', false, { headers: {} }],
    ['with a film', false, { headers: { 'content-type': form, 'content-length': '50000000' } }],
    ['asking for a page', false, { method: 'GET' }],
    ['the way in', false, { path: '/sign-in/' }],
    ['a route for programs', false, { path: '/api/upload/' }],
  ])('%s: %s', (_what, expected, { method = 'POST', path = '/dashboard/posts/7/', headers }) => {
    const sent = new Headers(headers ?? { 'content-type': form });
    expect(isPlainForm(method, path, sent)).toBe(expected);
  });
});

describe('a form to be sent again', () => {
  const send = (body: FormData | string) =>
    readSentForm(new Request('http://localhost:3000/', { method: 'POST', body }));
  const fill = (entries: [string, string | File][]) => {
    const made = new FormData();
    for (const [name, value] of entries) made.append(name, value);
    return made;
  };

  test('has every text in its order, and knows what somebody wrote', async () => {
    const sent = await send(
      fill([
        ['$ACTION_1:0', '{"status": "idle"}'],
        ['body', 'Two words,\r\ntwo lines.'],
        ['tag', 'one'],
        ['tag', 'two'],
        ['slug', ''],
      ]),
    );
    expect(sent).toEqual({
      fields: [
        { name: '$ACTION_1:0', value: '{"status": "idle"}', isTyped: false },
        { name: 'body', value: 'Two words,\r\ntwo lines.', isTyped: true },
        { name: 'tag', value: 'one', isTyped: false },
        { name: 'tag', value: 'two', isTyped: false },
        { name: 'slug', value: '', isTyped: false },
      ],
      hadFiles: false,
    });
  });

  test.each([
    ['a file', new File(['x'], 'x.png'), true],
    ['nothing, of an empty one', new File([], 'x.png'), false],
  ])('tells of %s', async (_what, file, hadFiles) => {
    expect(await send(fill([['file', file]]))).toEqual({ fields: [], hadFiles });
  });

  test.each<[string, FormData | string]>([
    ['with a secret', fill([['newPassword', 'hunter2 hunter2']])],
    ['that is no form', 'Some words.'],
  ])('a request %s has none', async (_what, body) => {
    expect(await send(body)).toBeNull();
  });
});
