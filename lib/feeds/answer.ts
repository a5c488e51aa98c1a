// What a request for a feed gets: the feed, a redirect to where it went, or a 404. All are stored
// like pages and fresh like pages.
import { createHash } from 'node:crypto';
import { cachePage, lives } from '../cache';
import { cacheTags } from '../cache-tags';
import { database } from '../db/client';
import { env } from '../env';
import { awaitedTags } from '../redirects/awaited-tags';
import { resolveMissing } from '../redirects/resolve';
import { assetPath, iconAsset } from '../settings/assets';
import { getSettings } from '../settings/queries';
import { absolute, addressPath } from '../urls';
import type { FeedAddress, FeedFormat } from './addresses';
import { atomType, printAtom } from './atom';
import { buildFeed, type FeedSite } from './build';
import type { Feed } from './item';
import { jsonFeedType, printJsonFeed } from './json-feed';
import { lastChange, listFeed } from './queries';
import { printRss, rssType } from './rss';
import { findSubject } from './subject';

const printers: Record<FeedFormat, { type: string; print: (feed: Feed) => string }> = {
  atom: { type: atomType, print: printAtom },
  json: { type: jsonFeedType, print: printJsonFeed },
  rss: { type: rssType, print: printRss },
};

/** Anybody's page may read feeds. */
const forAnybody = { 'Access-Control-Allow-Origin': '*' };

/** The answer to a request for a page in another format. */
export async function answerFeed(address: FeedAddress, now = new Date(), db = database()) {
  const site = await readSite();
  const { of, format } = address;
  if (format === 'md') return answerMissing(address);
  const number = 'number' in of ? of.number : 1;
  const subject = await findSubject({ of, locale: site.settings.language, now, db });
  if (subject === null) return answerMissing(address);
  const [page, changed] = await Promise.all([
    listFeed(subject, number, db),
    lastChange(subject.tags, db),
  ]);
  const isThere = page.posts.length > 0 || (subject.mayBeEmpty && number === 1);
  if (!isThere) return answerMissing(address);
  const { tags, isUnbounded, name } = subject;
  await cachePage({ tags, seconds: lives.short, isUnbounded });
  const feed = buildFeed({ site, address, name, page, changed });
  const { type, print } = printers[format];
  return asResponse(print(feed), type, changed ?? feed.updated);
}

async function readSite(): Promise<FeedSite> {
  const settings = await getSettings();
  const icon = iconAsset(settings);
  return { settings, url: env().SITE_URL, iconPath: icon && assetPath(icon.name) };
}

function asResponse(body: string, type: string, changed: Date): Response {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return new Response(body, {
    headers: {
      ...forAnybody,
      'Content-Type': `${type}; charset=utf-8`,
      ETag: `"${hash}"`,
      'Last-Modified': changed.toUTCString(),
    },
  });
}

async function answerMissing(address: FeedAddress): Promise<Response> {
  const path = addressPath(address);
  const target = await resolveMissing(path);
  await cachePage({
    tags: [
      cacheTags.path(path),
      cacheTags.path(addressPath(address.of)),
      cacheTags.redirects,
      ...awaitedTags(address),
    ],
    seconds: lives.short,
  });
  if (target !== null)
    return new Response(null, {
      status: 301,
      headers: { ...forAnybody, Location: absolute(target, env().SITE_URL) },
    });
  return new Response('There is no such feed.\n', {
    status: 404,
    headers: { ...forAnybody, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
