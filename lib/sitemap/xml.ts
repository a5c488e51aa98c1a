// The files of a sitemap as https://www.sitemaps.org/protocol.html has them.
import { escapeHtml } from '../html';

/** Most addresses that one file may hold. */
export const maxFileEntries = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Where something is, absolute, and when it changed last, where that is known. */
export type SitemapEntry = { url: string; changedAt: Date | null };

/** A file that lists other files. */
export const writeSitemapIndex = (entries: readonly SitemapEntry[]) =>
  write('sitemapindex', 'sitemap', entries);

/** A file that lists pages. */
export const writeSitemap = (entries: readonly SitemapEntry[]) => write('urlset', 'url', entries);

function write(root: string, element: string, entries: readonly SitemapEntry[]): string {
  const lines = entries.map(({ url, changedAt }) => {
    const changed = changedAt === null ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`;
    return `<${element}><loc>${escapeHtml(url)}</loc>${changed}</${element}>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">\n${lines.join('')}</${root}>\n`;
}
