// What search engines are told of a post in their own terms: https://schema.org/BlogPosting,
// https://schema.org/BreadcrumbList. Pure.
import { formatFullDay, formatMonth, splitDay } from '../dates';
import type { Site } from '../site';
import { absolute, urls } from '../urls';
import { changedAt } from './changed-at';
import { kinds } from './kinds';
import { describePost } from './titles';
import type { Post } from './types';

/** Search engines cut a headline there. */
const longestHeadline = 110;

export type StructuredData = Record<string, unknown>;

type PostWithText = Post & { plainText: string };

const authorOf = ({ settings, url }: Site) =>
  settings.author
    ? { '@type': 'Person', name: settings.author, url: absolute(urls.about(), url) }
    : { '@type': 'Organization', name: settings.title, url: absolute(urls.stream(), url) };

const blogOf = ({ settings, url }: Site) => ({
  '@type': 'Blog',
  '@id': absolute(urls.stream(), url),
  url: absolute(urls.stream(), url),
  name: settings.title,
  ...(settings.tagline && { description: settings.tagline }),
  inLanguage: settings.language,
});

/** The site itself. */
export const describeSite = (site: Site): StructuredData => ({
  '@context': 'https://schema.org',
  ...blogOf(site),
  author: authorOf(site),
  ...(site.settings.relMe.length > 0 && { sameAs: site.settings.relMe }),
});

/** A post. @param image absolute address of its picture */
export function describeForMachines(post: PostWithText, site: Site, image: string): StructuredData {
  const url = absolute(urls.post(post), site.url);
  const author = authorOf(site);
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: shorten(post.displayTitle),
    description: describePost(post.plainText) || undefined,
    image: [image],
    datePublished: post.publishedAt.toISOString(),
    dateModified: changedAt(post).toISOString(),
    author,
    publisher: author,
    isPartOf: blogOf(site),
    inLanguage: post.lang ?? site.settings.language,
    articleSection: kinds[post.kind].heading,
    keywords: post.tags.map((tag) => tag.name),
    ...ofKind(post),
  };
}

/** What only some kinds have. */
function ofKind(post: PostWithText): StructuredData {
  switch (post.kind) {
    case 'entry':
      return { wordCount: post.wordCount };
    case 'blogmark':
      return { citation: { '@type': 'WebPage', name: post.linkTitle, url: post.linkUrl } };
    case 'quotation':
      return {
        citation: {
          '@type': 'Quotation',
          text: post.plainText,
          creator: { '@type': 'Person', name: post.source },
          ...(post.sourceUrl && { url: post.sourceUrl }),
        },
      };
    case 'beat':
      return { about: { '@type': 'Thing', name: post.title, url: post.url } };
    case 'note':
      return {};
  }
}

function shorten(title: string): string {
  return title.length <= longestHeadline
    ? title
    : `${title.slice(0, longestHeadline - 1).replace(/\s\S*$/, '')}…`;
}

/** The way to a post by its date. */
export function describeWay(post: Post, site: Site): StructuredData {
  const { locale } = site.dates;
  const { year, month } = splitDay(post.publishedOn);
  const steps = [
    { name: String(year), path: urls.year(year) },
    { name: formatMonth(year, month, locale), path: urls.month(year, month) },
    { name: formatFullDay(post.publishedOn, locale), path: urls.day(post.publishedOn) },
    { name: post.displayTitle, path: urls.post(post) },
  ];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(path, site.url),
    })),
  };
}
