// `/` and `/page/N/`: everything, newest first.
import { FeedHeading } from '@/components/archive/feed-heading';
import { TrendingLine } from '@/components/archive/trending-line';
import { SiteDocument } from '@/components/layout/site-document';
import { PostAuthor } from '@/components/post/post-author';
import { PostLinks } from '@/components/post/post-links';
import { PostStream } from '@/components/post/post-stream';
import { Pagination } from '@/components/ui/pagination';
import { StructuredData } from '@/components/ui/structured-data';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { listRecentEntries, listStream, recentEntriesShown } from '@/lib/posts/queries';
import { describeSite } from '@/lib/posts/structured-data';
import { getSite, type Site } from '@/lib/site';
import { listTrendingTags } from '@/lib/tags/queries';
import { maxStreamPage, urls } from '@/lib/urls';
import { pageMetadata } from '../../../metadata';
import { missingPage } from '../../../missing-page';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ page: string }> };

export async function generateMetadata({ params }: Props) {
  const number = Number((await params).page);
  const site = await getSite();
  return pageMetadata({
    site,
    title: number === 1 ? undefined : `Page ${number}`,
    path: urls.stream(number),
  });
}

export default async function StreamPage({ params }: Props) {
  const number = Number((await params).page);
  if (number > maxStreamPage) return missingPage(urls.stream(number));
  const [site, page, trending, entries] = await Promise.all([
    getSite(),
    listStream(number),
    number === 1 ? listTrendingTags() : [],
    listRecentEntries(recentEntriesShown),
  ]);
  if (number > 1 && page.posts.length === 0) return missingPage(urls.stream(number));
  await cachePage({
    tags: [
      cacheTags.stream,
      cacheTags.recentEntries,
      ...(number === 1 ? [cacheTags.trending] : []),
    ],
    seconds: lives.short,
  });
  const isFrontPage = number === 1;
  return (
    <SiteDocument
      site={site}
      isFrontPage={isFrontPage}
      intro={isFrontPage && <TrendingLine tags={trending} />}
    >
      {isFrontPage && <StructuredData data={[describeSite(site)]} />}
      <div className="page">
        <main id="site-content" className="h-feed">
          <PostAuthor site={site} />
          {isFrontPage && <data className="p-name" value={site.settings.title} />}
          <FeedHeading of={{ page: 'stream', number }} name="everything">
            {isFrontPage ? (
              <h2 className="stream-title">Recent</h2>
            ) : (
              <h1 className="page-title p-name">Page {number}</h1>
            )}
          </FeedHeading>
          {page.posts.length === 0 && <p className="page-lead">Nothing has been published yet.</p>}
          <PostStream
            posts={page.posts}
            dates={site.dates}
            level={isFrontPage ? 3 : 2}
            groupBy="day"
          />
          <StreamEnd site={site} number={number} hasNext={page.hasNext} />
        </main>
        {entries.length > 0 && (
          <aside aria-labelledby="site-recent-entries">
            <h2 id="site-recent-entries">Recent entries</h2>
            <PostLinks links={entries} locale={site.dates.locale} />
          </aside>
        )}
      </div>
    </SiteDocument>
  );
}

/** The numbered pages end somewhere; from there on the years lead further back. */
function StreamEnd({ site, number, hasNext }: { site: Site; number: number; hasNext: boolean }) {
  const isLast = number === maxStreamPage && hasNext;
  return (
    <>
      <Pagination number={number} hasNext={hasNext && !isLast} href={urls.stream} />
      {isLast && (
        <p>
          Older posts are in the archives of the years:{' '}
          {[...site.years].reverse().map((year) => (
            <a key={year} href={urls.year(year)}>{`${year} `}</a>
          ))}
        </p>
      )}
    </>
  );
}
