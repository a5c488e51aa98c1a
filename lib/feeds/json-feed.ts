// A feed as JSON Feed 1.1 (https://jsonfeed.org/version/1.1).
import { type Feed, type FeedItem, timestamp } from './item';
import { writable } from './xml';

export function printJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: writable(feed.title),
    ...(feed.subtitle && { description: writable(feed.subtitle) }),
    home_page_url: feed.pageUrl,
    feed_url: feed.selfUrl,
    ...(feed.nextUrl && { next_url: feed.nextUrl }),
    ...(feed.iconUrl && { favicon: feed.iconUrl }),
    authors: [{ name: writable(feed.author), url: feed.siteUrl }],
    language: feed.lang,
    ...(feed.hub && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    ...(feed.previousUrl && { _commonplace: { previous_url: feed.previousUrl } }),
    items: feed.items.map(toJson),
  });
}

function toJson(item: FeedItem) {
  return {
    id: item.id,
    url: item.url,
    ...(item.externalUrl && { external_url: item.externalUrl }),
    title: writable(item.title),
    content_html: writable(item.html),
    ...(item.image && { image: item.image }),
    date_published: timestamp(item.published),
    date_modified: timestamp(item.updated),
    ...(item.tags.length > 0 && { tags: item.tags.map((tag) => writable(tag.name)) }),
    ...(item.lang && { language: item.lang }),
    ...(item.extra && { _commonplace: item.extra }),
  };
}
