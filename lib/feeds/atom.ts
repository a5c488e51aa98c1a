// A feed as Atom 1.0 (RFC 4287) with links between its pages (RFC 5005).
import { mediaTypes } from './discovery';
import { type Feed, type FeedItem, type FeedTag, timestamp } from './item';
import { tagParagraph } from './tag-paragraph';
import { element as e, printXml, type XmlElement } from './xml';

export function printAtom(feed: Feed): string {
  return printXml(
    e('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.lang }, [
      e('title', feed.title),
      feed.subtitle === '' ? null : e('subtitle', feed.subtitle),
      // All pages are one feed: its id is the address of the first.
      e('id', feed.firstUrl),
      link('self', feed.selfUrl, mediaTypes.atom),
      link('alternate', feed.pageUrl, 'text/html'),
      link('first', feed.firstUrl, mediaTypes.atom),
      feed.previousUrl === null ? null : link('previous', feed.previousUrl, mediaTypes.atom),
      feed.nextUrl === null ? null : link('next', feed.nextUrl, mediaTypes.atom),
      feed.hub === null ? null : e('link', { rel: 'hub', href: feed.hub }),
      e('updated', timestamp(feed.updated)),
      e('author', [e('name', feed.author), e('uri', feed.siteUrl)]),
      feed.iconUrl === null ? null : e('icon', feed.iconUrl),
      ...feed.items.map(entry),
    ]),
  );
}

function entry(item: FeedItem): XmlElement {
  return e('entry', item.lang === null ? {} : { 'xml:lang': item.lang }, [
    e('title', item.title),
    e('id', item.id),
    link('alternate', item.url, 'text/html'),
    item.externalUrl === null ? null : e('link', { rel: 'related', href: item.externalUrl }),
    e('published', timestamp(item.published)),
    e('updated', timestamp(item.updated)),
    ...item.tags.map(category),
    e('content', { type: 'html' }, item.html + tagParagraph(item.tags)),
  ]);
}

const category = (tag: FeedTag) => e('category', { term: tag.slug, label: tag.name });

const link = (rel: string, href: string, type: string) => e('link', { rel, href, type });
