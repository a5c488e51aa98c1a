// The picture by which others show a post: its own where it has one, else the card made for it. Pure.
import type { Site } from '../site';
import { absolute } from '../urls';
import { cardOf, cardPath } from './card';
import { cardSize } from './size';

export type PageImage = { url: string; width?: number; height?: number; alt: string };

type PostWithCard = Parameters<typeof cardOf>[0];

/** The picture of a post, or of the site itself, at an absolute address. */
export function imageOf(
  post: (NonNullable<PostWithCard> & { cardImage: string | null }) | null,
  site: Site,
): PageImage {
  const own = post?.cardImage;
  const alt = post?.displayTitle ?? site.settings.title;
  if (own && URL.canParse(own, site.url)) return { url: absolute(own, site.url), alt };
  const path = cardPath(post?.id ?? null, cardOf(post, site));
  return { url: absolute(path, site.url), ...cardSize, alt };
}
