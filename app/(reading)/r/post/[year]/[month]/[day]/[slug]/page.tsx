// `/2026/Jan/5/slug/`: one post of any kind, and what stands around it.
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { SiteDocument } from '@/components/layout/site-document';
import { PostSpread } from '@/components/post/post-spread';
import { StructuredData } from '@/components/ui/structured-data';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { imageOf } from '@/lib/cards/image';
import { changedAt } from '@/lib/posts/changed-at';
import { kinds } from '@/lib/posts/kinds';
import { getPost } from '@/lib/posts/page-queries';
import { describeForMachines, describeWay } from '@/lib/posts/structured-data';
import { getSurroundings } from '@/lib/posts/surroundings';
import { describePost } from '@/lib/posts/titles';
import { routeUrls } from '@/lib/route-urls';
import { getSite } from '@/lib/site';
import { absolute, parseAddress, urls } from '@/lib/urls';
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
    article: {
      image: imageOf(post, site),
      publishedAt: post.publishedAt,
      changedAt: changedAt(post),
      tags: post.tags.map((tag) => tag.name),
      section: kinds[post.kind].heading,
    },
  });
}

export default async function PostPage({ params }: Props) {
  const path = pathOf(await params);
  const post = await readPost(path);
  if (post === null) return missingPage(path);
  const [site, around] = await Promise.all([getSite(), getSurroundings(post)]);
  const { series, related } = around;
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
    <SiteDocument
      site={site}
      lang={post.lang}
      head={<link rel="shortlink" href={absolute(routeUrls.short(post), site.url)} />}
    >
      <StructuredData
        data={[describeForMachines(post, site, imageOf(post, site).url), describeWay(post, site)]}
      />
      <div className="page is-post">
        <PostSpread post={post} site={site} around={around} />
      </div>
    </SiteDocument>
  );
}
