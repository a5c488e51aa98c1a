// What the formats of feeds are made from: a feed and its items, with every address absolute.
import type { TagRef } from '../posts/types';
import type { ExtraData } from './extra-data';

export type FeedTag = TagRef & { url: string };

export type FeedItem = {
  /** Never changes, whatever becomes of the address. */
  id: string;
  url: string;
  /** What a link post, or a beat, is about. */
  externalUrl: string | null;
  title: string;
  published: Date;
  /** The last edit, but not before the publication. */
  updated: Date;
  /** The whole post as readers of feeds can show it. */
  html: string;
  image: string | null;
  tags: FeedTag[];
  /** BCP 47, where it differs from the feed's. */
  lang: string | null;
  /** What was asked for besides. */
  extra: ExtraData | null;
};

export type Feed = {
  title: string;
  subtitle: string;
  /** BCP 47. */
  lang: string;
  author: string;
  siteUrl: string;
  /** The page that it accompanies. */
  pageUrl: string;
  selfUrl: string;
  /** Pages of the same feed (RFC 5005). */
  firstUrl: string;
  previousUrl: string | null;
  nextUrl: string | null;
  /** Where readers can have themselves told of news (WebSub). */
  hub: string | null;
  iconUrl: string | null;
  updated: Date;
  items: FeedItem[];
};

/** An instant as Atom and JSON Feed write it (RFC 3339), in whole seconds of UTC. */
export function timestamp(instant: Date): string {
  return instant.toISOString().replace(/\.\d+Z$/, 'Z');
}
