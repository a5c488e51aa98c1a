// What a page says of its other forms, so that programs find them: the feed of what it lists and the
// feed of the whole site; of a post its data and its source. Pure.
import { absolute, addressPath, type PageAddress } from '../urls';
import { feedAddress, type PageFormat } from './addresses';

export const mediaTypes = {
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  rss: 'application/rss+xml',
  md: 'text/markdown',
} as const satisfies Record<PageFormat, string>;

export type AlternateLink = { type: string; url: string; title: string };

type Described = {
  address: PageAddress | null;
  siteUrl: string;
  siteTitle: string;
  /** What the page is called beside the site; none of the front page. */
  name?: string;
};

const everything = { page: 'stream', number: 1 } as const;

/** The links, the page's own before the site's. */
export function alternateLinks({ address, siteUrl, siteTitle, name }: Described): AlternateLink[] {
  const own = address ?? everything;
  const first: PageAddress = 'number' in own ? { ...own, number: 1 } : own;
  const isWhole = first.page === 'stream';
  const title = name === undefined || isWhole ? siteTitle : `${siteTitle}: ${name}`;
  const to = (format: PageFormat, of: PageAddress) => {
    const feed = feedAddress(format, of);
    return feed && absolute(addressPath(feed), siteUrl);
  };
  const links = (formats: PageFormat[], of: PageAddress, called: string) =>
    formats.flatMap((format) => {
      const url = to(format, of);
      return url === null ? [] : [{ type: typeOf(format, of), url, title: called }];
    });
  return [
    ...links(['atom', 'json', 'md'], first, title),
    ...(isWhole ? [] : links(['atom'], everything, siteTitle)),
  ];
}

/** One post is a feed to no reader: subscribing to it would be of no use. */
function typeOf(format: PageFormat, of: PageAddress): string {
  return of.page === 'post' && format === 'json' ? 'application/json' : mediaTypes[format];
}
