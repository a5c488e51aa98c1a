// How files are served to whoever asks: for ever or asked about, in parts, and nothing that runs.
import { request as nodeRequest } from 'node:http';
import * as files from '../../lib/testing/media-files';
import { expect, test } from '../fixtures';
import { Library } from '../pages/library';
import { ownWord } from '../posts';

test('parts, headers alone, and what is known already', async ({ editor, page }) => {
  const word = ownWord();
  const bytes = files.mp4({ seconds: 91 });
  const library = new Library(editor);
  await library.open();
  await library.upload({ name: `${word}.mp4`, buffer: bytes });
  const address = `/media/${await library.openFile(`${word}.mp4`)}/${word}.mp4`;
  const ask = (headers: Record<string, string> = {}) => page.request.get(address, { headers });

  const whole = await ask();
  expect(whole.status()).toBe(200);
  expect((await whole.body()).equals(bytes)).toBe(true);
  expect(whole.headers()).toMatchObject({
    'content-type': 'video/mp4',
    'content-length': String(bytes.length),
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, no-cache',
  });
  const part = await ask({ range: 'bytes=4-11' });
  expect([part.status(), await part.text()]).toEqual([206, 'ftypisom']);
  expect(part.headers()['content-range']).toBe(`bytes 4-11/${bytes.length}`);
  expect((await ask({ range: 'bytes=999999-' })).status()).toBe(416);
  const head = await page.request.head(address);
  expect([head.status(), (await head.body()).length]).toEqual([200, 0]);
  expect(head.headers()['content-length']).toBe(String(bytes.length));
  const again = await ask({ 'if-none-match': whole.headers().etag ?? '' });
  expect(again.status()).toBe(304);
});

test('what names its content is kept for ever', async ({ editor, page }) => {
  const word = ownWord();
  const library = new Library(editor);
  await library.open();
  await library.upload({
    name: `${word}.jpg`,
    buffer: await files.photo({ width: 1300, height: 700, shade: 61 }),
  });
  const small = (await library.file(word).locator('img').getAttribute('src')) ?? '';
  expect(small).toMatch(/^\/media\/\d+\/[0-9a-f]{10}-480\/\w+\.webp$/);
  for (const method of ['get', 'head'] as const) {
    const answer = await page.request[method](small);
    expect(answer.headers()).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': expect.stringMatching(/^[1-9]\d+$/),
    });
  }
  // Another edition than today's leads on, and is not kept.
  const other = small.replace(/[0-9a-f]{10}-/, '0123456789-');
  const led = await page.request.get(other, { maxRedirects: 0 });
  expect([led.status(), led.headers().location]).toEqual([307, small]);
  expect((await page.request.get(small.replace('-480', '-481'))).status()).toBe(404);
});

test('what a browser could run is a download', async ({ editor, page }) => {
  const word = ownWord();
  const library = new Library(editor);
  await library.open();
  await library.upload(
    { name: `${word}.svg`, buffer: Buffer.concat([files.svg, Buffer.from(`<!--${word}-->`)]) },
    { name: `${word}.html`, buffer: Buffer.from(`<html><script>${word}</script>`) },
    { name: `${word}.bin`, buffer: Buffer.concat([files.blob, Buffer.from(word)]) },
    { name: `${word}.pdf`, buffer: Buffer.concat([files.pdf, Buffer.from(word)]) },
  );
  for (const ending of ['svg', 'html', 'bin', 'pdf']) {
    await library.open({ q: word });
    const id = await library.openFile(`${word}.${ending}`);
    const answer = await page.request.get(`/media/${id}/${word}.${ending}`);
    const headers = answer.headers();
    expect(headers['content-disposition'], ending).toMatch(/^attachment/);
    expect(headers['content-security-policy'], ending).toContain('sandbox');
    expect(headers['x-content-type-options'], ending).toBe('nosniff');
    expect(headers['content-type'], ending).not.toMatch(/html|javascript/);
  }
});

test('nothing else of the machine, and no list of what there is', async ({ page, site }) => {
  for (const path of [
    '/media/',
    '/media',
    '/media/1/',
    '/media/../package.json',
    '/media/1/../../../etc/passwd',
    '/media/1/..%2f..%2f..%2fetc%2fpasswd',
    '/media/1/%2e%2e/%2e%2e/etc/passwd',
    '/media/1/..%5c..%5cpasswd',
    '/media/1/%00',
    '/media/1/%ff',
    '/media/incoming/x',
    '/media/99999999999/x.png',
    '/media/1/0123456789-99999/x.webp',
  ]) {
    const { status, body } = await raw(site.baseUrl, path);
    expect([301, 307, 308, 400, 404], `${path}: ${status}`).toContain(status);
    expect(body, path).not.toMatch(/root:|"dependencies"/);
  }
  expect((await page.request.get('/media/')).status()).toBe(404);
  expect((await page.request.put('/api/upload/?name=x', { data: 'x' })).status()).toBe(401);
  expect((await page.request.get('/api/media/')).status()).toBe(401);
  expect((await page.request.post('/api/media/fetch/', { data: {} })).status()).toBe(401);
});

/** As it goes over the wire: browsers and fetch would tidy the path up. */
function raw(baseUrl: string, path: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    nodeRequest({ hostname, port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}
