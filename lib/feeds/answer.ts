// What a request for a page in another format gets: a feed, a source, a redirect to where it went,
// or a 404. All are stored like pages and fresh like pages.
import { cachePage, lives } from '../cache';
import { cacheTags } from '../cache-tags';
import { contentTag } from '../content-tag';
import { database } from '../db/client';
import { env } from '../env';
import { awaitedTags } from '../redirects/awaited-tags';
import { resolveAddress } from '../redirects/resolve';
import { assetPath, iconAsset } from '../settings/assets';
import { getSettings } from '../settings/queries';
import { absolute, addressPath, type PageAddress } from '../urls';
import type { FeedAddress, FeedFormat } from './addresses';
import { printAtom } from './atom';
import { buildFeed, type FeedSite } from './build';
import { mediaTypes } from './discovery';
import { readExtraData, tagsOfExtras } from './extra-data';
import type { Extra } from './extras';
import type { Feed } from './item';
import { printJsonFeed } from './json-feed';
import { writeMarkdownOf } from './markdown-view';
import { lastChange, listFeed } from './queries';
import { printRss } from './rss';
import { findSubject } from './subject';

const printers: Record<FeedFormat, (feed: Feed) => string> = {
  atom: printAtom,
  json: printJsonFeed,
  rss: printRss,
};

/** Anybody's page may read them. */
const forAnybody = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' };

/**
 * The answer to a request for a page in another format.
 * @param extras what a JSON address is to give besides
 */
export async function answerFeed(
  address: FeedAddress,
  extras: readonly Extra[],
): Promise<Response> {
  const { of, format } = address;
  const answer =
    format === 'md' ? await markdownAnswer(of) : await feedAnswer(address, format, extras);
  return answer ?? missingAnswer(addressPath(address), address);
}

async function feedAnswer(
  address: FeedAddress,
  format: FeedFormat,
  extras: readonly Extra[],
): Promise<Response | null> {
  const { of } = address;
  const now = new Date();
  const db = database();
  const site = await readSite();
  const subject = await findSubject({ of, locale: site.settings.language, now, db });
  if (subject === null) return null;
  const number = 'number' in of ? of.number : 1;
  const [page, changed] = await Promise.all([
    listFeed(subject, number, db),
    lastChange(subject.tags, db),
  ]);
  if (page.posts.length === 0 && !(subject.mayBeEmpty && number === 1)) return null;
  const { tags, isUnbounded, name } = subject;
  const asked = { extras, siteUrl: site.url, now, db };
  const extraData = await readExtraData(page.posts, asked);
  await cachePage({
    tags: [...tags, ...tagsOfExtras(extras)],
    seconds: lives.short,
    isUnbounded: isUnbounded || extras.length > 0,
  });
  const feed = buildFeed({ site, address, name, page, extraData });
  return asResponse(printers[format](feed), mediaTypes[format], changed ?? feed.updated);
}

async function markdownAnswer(of: PageAddress): Promise<Response | null> {
  if (of.page !== 'post') return null;
  const now = new Date();
  const db = database();
  const written = await writeMarkdownOf(of, { now, db, siteUrl: env().SITE_URL });
  if (written === null) return null;
  const changed = await lastChange(written.tags, db);
  await cachePage({ tags: written.tags, seconds: lives.long });
  return asResponse(written.text, mediaTypes.md, changed ?? now);
}

async function readSite(): Promise<FeedSite> {
  const settings = await getSettings();
  const icon = iconAsset(settings);
  return { settings, url: env().SITE_URL, iconPath: icon && assetPath(icon.name) };
}

function asResponse(body: string, type: string, changed: Date): Response {
  return new Response(body, {
    headers: {
      ...forAnybody,
      'Content-Type': `${type}; charset=utf-8`,
      ETag: contentTag(body),
      'Last-Modified': changed.toUTCString(),
    },
  });
}

/**
 * A redirect to where a path leads that is not there, or a 404.
 * @param path as it was asked for
 */
export async function missingAnswer(path: string, address: FeedAddress | null): Promise<Response> {
  const target = await resolveAddress(path, '');
  const ofPage = address ? [cacheTags.path(addressPath(address.of))] : [];
  await cachePage({
    tags: [cacheTags.path(path), ...ofPage, cacheTags.redirects, ...awaitedTags(address)],
    seconds: lives.short,
  });
  if (target !== null && target !== path)
    return new Response(null, {
      status: 301,
      headers: { ...forAnybody, Location: absolute(target, env().SITE_URL) },
    });
  return new Response('There is nothing here in this form.\n', {
    status: 404,
    headers: { ...forAnybody, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
