// `/series/slug/`: the posts of a series, the first one first.
import { cache } from 'react';
import { FeedHeading } from '@/components/archive/feed-heading';
import { SiteDocument } from '@/components/layout/site-document';
import { PostAuthor } from '@/components/post/post-author';
import { PostStream } from '@/components/post/post-stream';
import { Html } from '@/components/ui/html';
import { Pagination } from '@/components/ui/pagination';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { listSeriesPosts } from '@/lib/posts/queries';
import { pagesOf } from '@/lib/posts/totals';
import { getSeries } from '@/lib/series/queries';
import { getSite } from '@/lib/site';
import { maxListPage, urls } from '@/lib/urls';
import { missingMetadata, pageMetadata } from '../../../../metadata';
import { missingPage } from '../../../../missing-page';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ slug: string; page: string }> };

const readSeries = cache((slug: string) => getSeries(slug));

export async function generateMetadata({ params }: Props) {
  const { slug, page } = await params;
  const [site, series] = await Promise.all([getSite(), readSeries(slug)]);
  if (series === null) return missingMetadata(site);
  return pageMetadata({
    site,
    title: page === '1' ? series.title : `${series.title}, page ${page}`,
    path: urls.series(slug, Number(page)),
  });
}

export default async function SeriesPage({ params }: Props) {
  const { slug, page: text } = await params;
  const number = Number(text);
  const path = urls.series(slug, number);
  const series = await readSeries(slug);
  if (series === null || number > maxListPage) return missingPage(path);
  const [site, page] = await Promise.all([getSite(), listSeriesPosts(series.id, number)]);
  if (page.posts.length === 0) return missingPage(path);
  await cachePage({ tags: [cacheTags.series(series.id)], seconds: lives.long });
  return (
    <SiteDocument site={site}>
      <main id="site-content" className="page is-single h-feed">
        <PostAuthor site={site} />
        <FeedHeading of={{ page: 'series', slug, number }} name={series.title}>
          <h1 className="page-title p-name">{series.title}</h1>
        </FeedHeading>
        {series.summaryHtml && <Html className="page-lead prose" html={series.summaryHtml} />}
        <PostStream posts={page.posts} dates={site.dates} level={2} groupBy="year" />
        <Pagination
          number={number}
          hasNext={page.hasNext && number < maxListPage}
          pages={pagesOf(page.total)}
          href={(other) => urls.series(slug, other)}
          labels={{ previous: 'Earlier', next: 'Later' }}
        />
      </main>
    </SiteDocument>
  );
}
