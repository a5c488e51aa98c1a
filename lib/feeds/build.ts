// From posts and settings to a feed. Every address is built on SITE_URL, under whatever name the
// site was asked.
import { feedIdOf } from '../posts/feed-id';
import type { Post } from '../posts/types';
import type { Settings } from '../settings/definition';
import { absolute, addressPath, type PageAddress, urls } from '../urls';
import { type FeedAddress, isPushed } from './addresses';
import { contentOf } from './content';
import type { ExtraData } from './extra-data';
import type { Feed, FeedItem } from './item';
import type { FeedPage, FeedPost } from './queries';

/** What feeds say of the site. */
export type FeedSite = { settings: Settings; url: string; iconPath: string | null };

type Built = {
  site: FeedSite;
  address: FeedAddress;
  name: string | null;
  page: FeedPage;
  /** By id of the post. */
  extraData: ReadonlyMap<number, ExtraData>;
};

export function buildFeed({ site, address, name, page, extraData }: Built): Feed {
  const { settings, url } = site;
  const to = (path: string) => absolute(path, url);
  const { of } = address;
  const number = 'number' in of ? of.number : 1;
  const pageOf = (other: number) =>
    to(addressPath({ ...address, of: 'number' in of ? { ...of, number: other } : of }));
  const items = page.posts.map((found) => toItem(found, url, extraData.get(found.post.id)));
  const edits = items.map((item) => item.updated.getTime());
  return {
    title: name === null ? settings.title : `${settings.title}: ${name}`,
    subtitle: name === null ? settings.tagline : '',
    lang: settings.language,
    author: settings.author || settings.title,
    siteUrl: to(urls.stream()),
    pageUrl: to(addressPath(firstPageOf(of))),
    selfUrl: to(addressPath(address)),
    firstUrl: pageOf(1),
    previousUrl: number > 1 ? pageOf(number - 1) : null,
    nextUrl: page.hasNext ? pageOf(number + 1) : null,
    hub: (isPushed(of) && settings.hub) || null,
    iconUrl: site.iconPath && to(site.iconPath),
    // Before the first post there is nothing to date.
    updated: new Date(Math.max(0, ...edits)),
    items,
  };
}

/** The pages of the stream hold other posts than those of its feed, and are fewer. */
const firstPageOf = (of: PageAddress): PageAddress => ('number' in of ? { ...of, number: 1 } : of);

function toItem(found: FeedPost, siteUrl: string, extra: ExtraData | null = null): FeedItem {
  const { post, feedId } = found;
  const url = absolute(urls.post(post), siteUrl);
  const { publishedAt, updatedAt } = post;
  return {
    id: feedId ?? feedIdOf(post, siteUrl),
    url,
    externalUrl: externalUrl(post),
    title: titleOf(found),
    published: publishedAt,
    updated: new Date(Math.max(updatedAt.getTime(), publishedAt.getTime())),
    html: contentOf(post, url),
    image: imageOf(post, siteUrl),
    tags: post.tags.map((tag) => ({ ...tag, url: absolute(urls.tag(tag.slug), siteUrl) })),
    lang: post.lang,
    extra,
  };
}

function titleOf({ post, title }: FeedPost): string {
  if (post.kind === 'quotation') return `Quoting ${post.source}`;
  return (post.kind === 'blogmark' && title) || post.displayTitle;
}

function externalUrl(post: Post): string | null {
  const written =
    post.kind === 'blogmark' ? post.linkUrl : post.kind === 'beat' ? post.url : undefined;
  return written !== undefined && URL.canParse(written) ? new URL(written).href : null;
}

function imageOf(post: Post, siteUrl: string): string | null {
  const written =
    post.kind === 'entry' ? post.cardImage : post.kind === 'beat' ? post.image?.url : null;
  return written && URL.canParse(written, siteUrl) ? absolute(written, siteUrl) : null;
}
