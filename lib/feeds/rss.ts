// A feed as RSS 2.0, by the profile of the RSS Advisory Board: with Atom's links for what RSS lacks.
import { mediaTypes } from './discovery';
import type { Feed, FeedItem } from './item';
import { tagParagraph } from './tag-paragraph';
import { element as e, printXml, type XmlElement } from './xml';

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

export function printRss(feed: Feed): string {
  return printXml(
    e('rss', namespaces, [
      e('channel', [
        e('title', feed.title),
        e('link', feed.pageUrl),
        e('description', feed.subtitle || feed.title),
        e('language', feed.lang),
        e('lastBuildDate', feed.updated.toUTCString()),
        e('docs', 'https://www.rssboard.org/rss-specification'),
        link('self', feed.selfUrl),
        link('first', feed.firstUrl),
        feed.previousUrl === null ? null : link('previous', feed.previousUrl),
        feed.nextUrl === null ? null : link('next', feed.nextUrl),
        feed.hub === null ? null : e('atom:link', { rel: 'hub', href: feed.hub }),
        ...feed.items.map((item) => entry(item, feed.author)),
      ]),
    ]),
  );
}

const link = (rel: string, href: string) => e('atom:link', { rel, href, type: mediaTypes.rss });

function entry(item: FeedItem, author: string): XmlElement {
  return e('item', item.lang === null ? {} : { 'xml:lang': item.lang }, [
    e('title', item.title),
    e('link', item.url),
    e('guid', { isPermaLink: 'false' }, item.id),
    e('pubDate', item.published.toUTCString()),
    e('atom:updated', item.updated.toISOString()),
    e('dc:creator', author),
    ...item.tags.map((tag) => e('category', tag.name)),
    e('description', item.html + tagParagraph(item.tags)),
  ]);
}
