// What stands on a card, the picture by which others show a post, and the address that names it by
// that: whoever changes a title has another picture at another address. Pure.
import { createHash } from 'node:crypto';
import { formatDay } from '../dates';
import { beatType, kinds } from '../posts/kinds';
import { domainOf } from '../posts/titles';
import type { Post } from '../posts/types';
import { routeUrls } from '../route-urls';
import type { Settings } from '../settings/definition';

/** Counts up when cards are drawn in another way. */
const edition = 1;

export type Card = {
  /** What kind of thing it is, `Link · example.org`. */
  label: string;
  title: string;
  /** Whose site it is on. */
  site: string;
  /** The host of the site, for a name that our letters cannot write. */
  host: string;
  date: string;
  /** Colour of links where the owner has chosen one. */
  accent: string;
};

type CardSite = { settings: Settings; url: string };
type CardPost = Post & { plainText: string };

const longestQuotation = 220;

/** The card of a post, or of the site itself. */
export function cardOf(post: CardPost | null, { settings, url }: CardSite): Card {
  const common = {
    site: settings.title,
    host: new URL(url).host,
    accent: settings.accent,
  };
  if (post === null)
    return { ...common, label: '', title: settings.tagline || settings.title, date: '' };
  return {
    ...common,
    label: labelOf(post),
    title: post.kind === 'quotation' ? quote(post.plainText) : post.displayTitle,
    date: formatDay(post.publishedOn, settings.language),
  };
}

function labelOf(post: Post): string {
  switch (post.kind) {
    case 'blogmark':
      return [kinds.blogmark.label, domainOf(post.linkUrl)].filter(Boolean).join(' · ');
    case 'quotation':
      return post.source;
    case 'beat':
      return beatType(post.type).label;
    default:
      return kinds[post.kind].label;
  }
}

/** The first words of a quotation in its marks. */
function quote(plainText: string): string {
  const text = plainText.replace(/\s+/g, ' ').trim();
  if (text.length <= longestQuotation) return `“${text}”`;
  return `“${text.slice(0, longestQuotation).replace(/\s\S*$/, '')} …”`;
}

/** The name of a card by what is on it. */
export function cardPath(postId: number | null, card: Card): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([edition, card]))
    .digest('hex');
  return routeUrls.card({ postId, hash: hash.slice(0, 12) });
}
