// How a page looks where somebody links it: https://ogp.me, which Twitter's cards follow.
import { imageOf, type PageImage } from '@/lib/cards/image';
import type { Site } from '@/lib/site';
import { absolute } from '@/lib/urls';

export type PageDescription = {
  site: Site;
  /** Without the site's name; the front page has none. */
  title?: string;
  description?: string;
  /** The canonical path. */
  path: string;
  /** What only the page of a post has. */
  article?: Article;
};

type Article = {
  image: PageImage;
  publishedAt: Date;
  changedAt: Date;
  tags: string[];
  section: string;
};

/** What Open Graph says of it. */
export function openGraph({ site, title, description, path, article }: PageDescription) {
  const { title: siteTitle, tagline, language } = site.settings;
  const common = {
    siteName: siteTitle,
    title: title ?? siteTitle,
    description: description || tagline || undefined,
    url: absolute(path, site.url),
    locale: language.replace('-', '_'),
    images: [article?.image ?? imageOf(null, site)],
  };
  if (article === undefined) return { ...common, type: 'website' as const };
  return {
    ...common,
    type: 'article' as const,
    publishedTime: article.publishedAt.toISOString(),
    modifiedTime: article.changedAt.toISOString(),
    section: article.section,
    tags: article.tags,
  };
}
