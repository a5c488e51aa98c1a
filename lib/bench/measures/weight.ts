// What a first visit to the front page loads, without images, compressed as a proxy sends it.
import { gzipSync } from 'node:zlib';
import { urls } from '../../urls';
import { Client } from '../client';
import type { BenchContext, Finding } from '../measure';
import { startServer } from '../server';
import { kilobytes } from '../table';

const kilobyte = 1024;
const limits = { code: 40 * kilobyte, script: 8 * kilobyte, fonts: 60 * kilobyte, fontFiles: 2 };

export async function measureWeight({ databaseUrl, cleanup }: BenchContext): Promise<Finding> {
  const server = await startServer(databaseUrl, cleanup);
  const client = new Client(server.url);
  const html = (await client.get(urls.stream())).body;
  const links = linksOf(html.toString());
  const bytesOf = async (paths: string[], size: (body: Buffer) => number) => {
    let bytes = 0;
    for (const path of paths) bytes += size((await client.get(path)).body);
    return bytes;
  };
  const gzipped = (body: Buffer) => gzipSync(body).length;
  const page = gzipped(html);
  const css = await bytesOf(links.styles, gzipped);
  const script = await bytesOf(links.scripts, gzipped);
  const fonts = await bytesOf(links.fonts, (body) => body.length);
  client.close();
  await server.stop();
  return {
    rows: [
      {
        what: 'front page, gzip: HTML + CSS + JS',
        must: '≤ 40 KB, JS ≤ 8 KB, one style sheet',
        measured: `${kilobytes(page + css + script)}: ${kilobytes(page)} + ${kilobytes(css)} + ${kilobytes(script)}; ${links.styles.length} style sheet(s)`,
        isMet:
          page + css + script <= limits.code &&
          script <= limits.script &&
          links.styles.length === 1,
      },
      {
        what: 'fonts before the first paint',
        must: '≤ 60 KB, ≤ 2 files',
        measured: `${kilobytes(fonts)}, ${links.fonts.length} files`,
        isMet: fonts <= limits.fonts && links.fonts.length <= limits.fontFiles,
      },
    ],
    details: { page, css, script, fonts, links },
  };
}

/** What a page makes a browser load before it is complete. */
export function linksOf(html: string) {
  const tags = html.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');
  const addresses = (isWanted: (tag: string) => boolean, name: 'href' | 'src') =>
    tags.filter(isWanted).flatMap((tag) => attribute(tag, name) ?? []);
  return {
    styles: addresses((tag) => attribute(tag, 'rel') === 'stylesheet', 'href'),
    scripts: addresses((tag) => tag.startsWith('<script'), 'src'),
    fonts: addresses((tag) => attribute(tag, 'as') === 'font', 'href'),
  };
}
