// `/2026/Jan/5/slug/`: one post of any kind, and what stands around it.
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { SiteDocument } from '@/components/layout/site-document';
import { PostAside } from '@/components/post/post-aside';
import { PostPage as PostArticle } from '@/components/post/post-page';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { getNeighbours, getPost } from '@/lib/posts/page-queries';
import { listRecentEntries } from '@/lib/posts/queries';
import { listRelatedPosts } from '@/lib/posts/related';
import { describePost } from '@/lib/posts/titles';
import { getSeriesOf } from '@/lib/series/queries';
import { getSite } from '@/lib/site';
import { countTags } from '@/lib/tags/queries';
import { parseAddress, urls } from '@/lib/urls';
import { missingMetadata, pageMetadata } from '../../../../../../metadata';
import { missingPage } from '../../../../../../missing-page';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Params = { year: string; month: string; day: string; slug: string };
type Props = { params: Promise<Params> };

const pathOf = ({ year, month, day, slug }: Params) => `/${year}/${month}/${day}/${slug}/`;

const readPost = cache(async (path: string) => {
  const address = parseAddress(path);
  return address?.page === 'post' ? getPost(address.day, address.slug) : null;
});

export async function generateMetadata({ params }: Props) {
  const [site, post] = await Promise.all([getSite(), readPost(pathOf(await params))]);
  if (post === null) return missingMetadata(site);
  return pageMetadata({
    site,
    title: post.displayTitle,
    description: describePost(post.plainText),
    path: urls.post(post),
  });
}

export default async function PostPage({ params }: Props) {
  const path = pathOf(await params);
  const post = await readPost(path);
  if (post === null) return missingPage(path);
  const tags = await countTags(post.tags);
  const [site, neighbours, series, recent, related] = await Promise.all([
    getSite(),
    getNeighbours(post),
    post.seriesId === null ? null : getSeriesOf(post.seriesId),
    listRecentEntries(3, { except: post.id }),
    listRelatedPosts(post.id, tags),
  ]);
  await cachePage({
    tags: [
      cacheTags.post(post.id),
      cacheTags.path(path),
      cacheTags.recentEntries,
      ...(series ? [cacheTags.seriesLinks(series.id)] : []),
      // What becomes related later may wait; what no longer is must go at once.
      ...related.map((other) => cacheTags.post(other.id)),
      ...cacheTags.tagNames(post.tags.map((tag) => tag.id)),
    ],
    seconds: lives.short,
  });
  // The database compares slugs without case; an address has one form.
  if (urls.post(post) !== path) permanentRedirect(urls.post(post));
  return (
    <SiteDocument site={site} lang={post.lang}>
      <div className="page is-post">
        <main id="site-content">
          <PostArticle post={post} site={site} />
        </main>
        <PostAside
          post={post}
          tags={tags}
          series={series}
          neighbours={neighbours}
          recent={recent}
          related={related}
          dates={site.dates}
        />
      </div>
    </SiteDocument>
  );
}
