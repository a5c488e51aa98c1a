// What the W3C's feed validator and the specifications ask of a feed beyond what a parser needs to
// read it (https://validator.w3.org/feed/docs/, https://www.jsonfeed.org/version/1.1/). Each judge
// returns sentences; none when all is well.
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { FeedFormat } from '../feeds/addresses';

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const rfc822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d? [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/;
/** What readers remove for safety or do not know. */
const strippedElement =
  /<(script|style|iframe|object|embed|form|input|button|svg|details|summary|template|link|meta|base)\b/i;
const strippedAttribute = /<[^>]*\s(on\w+|style|class|id|data-[\w-]+)=/i;

/** Gathers what is wrong. */
class Findings {
  readonly found: string[] = [];

  need(isMet: boolean, what: string): void {
    if (!isMet) this.found.push(what);
  }

  absolute(url: string | undefined, what: string): void {
    this.need(/^https?:\/\/[^\s<>"]+$/.test(url ?? ''), `${what} is no absolute address: ${url}`);
  }

  date(text: string | undefined, form: RegExp, what: string): void {
    this.need(form.test(text ?? '') && !Number.isNaN(Date.parse(text ?? '')), `${what}: ${text}`);
  }

  unique(ids: (string | undefined)[], what: string): void {
    this.need(ids.every(Boolean) && new Set(ids).size === ids.length, `${what} are not unique`);
  }

  html(html: string | undefined, where: string): void {
    this.need(html !== undefined && html !== '', `${where} says nothing`);
    const element = strippedElement.exec(html ?? '')?.[1];
    this.need(element === undefined, `${where} holds <${element}>`);
    const attribute = strippedAttribute.exec(html ?? '')?.[1];
    this.need(attribute === undefined, `${where} holds the attribute ${attribute}`);
    // In text `<` and `>` are escaped: what stands between them is a tag.
    for (const [tag] of (html ?? '').matchAll(/<[a-z][^>]*>/g))
      for (const [, url = ''] of tag.matchAll(/\s(?:href|src|poster|cite)="([^"]*)"/g))
        this.need(
          /^(?:https?:\/\/|mailto:|tel:|data:image\/)/.test(url),
          `${where} leads to ${url}`,
        );
  }
}

function judgeAtom(text: string): string[] {
  const feed = parseAtomFeed(text);
  const findings = new Findings();
  const links = feed.links ?? [];
  findings.absolute(feed.id, 'feed id');
  findings.need(Boolean(feed.title?.value), 'the feed has no title');
  findings.date(feed.updated, rfc3339, 'feed updated');
  for (const link of links) findings.absolute(link.href, `link ${link.rel}`);
  for (const rel of ['self', 'alternate'])
    findings.need(links.filter((link) => link.rel === rel).length === 1, `one link ${rel}`);
  findings.need(Boolean(feed.authors?.[0]?.name), 'the feed has no author');
  const entries = feed.entries ?? [];
  findings.unique(
    entries.map((entry) => entry.id),
    'entry ids',
  );
  for (const entry of entries) {
    findings.need(Boolean(entry.title?.value), `${entry.id} has no title`);
    findings.date(entry.updated, rfc3339, `${entry.id} updated`);
    findings.date(entry.published, rfc3339, `${entry.id} published`);
    findings.need((entry.updated ?? '') >= (entry.published ?? ''), `${entry.id} is edited early`);
    for (const link of entry.links ?? []) findings.absolute(link.href, `${entry.id} ${link.rel}`);
    findings.html(entry.content?.value, entry.id ?? '');
  }
  return findings.found;
}

function judgeRss(text: string): string[] {
  const feed = parseRssFeed(text);
  const findings = new Findings();
  findings.need(/<rss version="2\.0"/.test(text), 'RSS 2.0');
  findings.need(Boolean(feed.title) && Boolean(feed.description), 'title and description');
  findings.absolute(feed.link, 'channel link');
  findings.date(feed.lastBuildDate, rfc822, 'lastBuildDate');
  const self = feed.atom?.links?.filter((link) => link.rel === 'self') ?? [];
  findings.need(self.length === 1, 'one link self');
  const items = feed.items ?? [];
  findings.unique(
    items.map((item) => item.guid?.value),
    'guids',
  );
  for (const item of items) {
    findings.absolute(item.link, 'item link');
    findings.date(item.pubDate, rfc822, `${item.link} pubDate`);
    findings.html(item.description, item.link ?? '');
  }
  return findings.found;
}

function judgeJson(text: string): string[] {
  const feed = parseJsonFeed(text);
  const findings = new Findings();
  findings.need(JSON.parse(text).version === 'https://jsonfeed.org/version/1.1', 'version');
  findings.need(Boolean(feed.title), 'title');
  findings.absolute(feed.home_page_url, 'home_page_url');
  findings.absolute(feed.feed_url, 'feed_url');
  findings.need(feed.next_url !== feed.feed_url, 'next_url is feed_url');
  const items = feed.items ?? [];
  findings.unique(
    items.map((item) => item.id),
    'item ids',
  );
  for (const item of items) {
    findings.absolute(item.url, `${item.id} url`);
    findings.date(item.date_published, rfc3339, `${item.id} date_published`);
    findings.date(item.date_modified, rfc3339, `${item.id} date_modified`);
    findings.html(item.content_html, item.id ?? '');
  }
  return findings.found;
}

const judges: Record<FeedFormat, (text: string) => string[]> = {
  atom: judgeAtom,
  rss: judgeRss,
  json: judgeJson,
};

/** What is wrong with a feed. */
export function feedProblems(format: FeedFormat, text: string): string[] {
  return judges[format](text);
}
