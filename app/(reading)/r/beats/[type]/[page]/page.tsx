// `/elsewhere/til/`: the beats of one type, newest first.
import { BeatTypes } from '@/components/archive/beat-types';
import { FeedHeading } from '@/components/archive/feed-heading';
import { SiteDocument } from '@/components/layout/site-document';
import { PostAuthor } from '@/components/post/post-author';
import { PostStream } from '@/components/post/post-stream';
import { SearchForm } from '@/components/search/search-form';
import { Pagination } from '@/components/ui/pagination';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { countBeatTypes } from '@/lib/posts/beat-types';
import { beatType } from '@/lib/posts/kinds';
import { listBeats } from '@/lib/posts/queries';
import { formatTotal, pagesOf } from '@/lib/posts/totals';
import { getSite } from '@/lib/site';
import { maxListPage, urls } from '@/lib/urls';
import { pageMetadata } from '../../../../metadata';
import { missingPage } from '../../../../missing-page';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ type: string; page: string }> };

export async function generateMetadata({ params }: Props) {
  const { type, page } = await params;
  const { plural } = beatType(type);
  return pageMetadata({
    site: await getSite(),
    title: page === '1' ? plural : `${plural}, page ${page}`,
    path: urls.beats(type, Number(page)),
  });
}

export default async function BeatsPage({ params }: Props) {
  const { type, page: text } = await params;
  const number = Number(text);
  if (number > maxListPage) return missingPage(urls.beats(type, number));
  const [site, page, types] = await Promise.all([
    getSite(),
    listBeats(type, number),
    countBeatTypes(),
  ]);
  if (page.posts.length === 0) return missingPage(urls.beats(type, number));
  await cachePage({
    tags: [cacheTags.beats(type), cacheTags.beatTypes],
    seconds: lives.short,
  });
  const { total } = page;
  return (
    <SiteDocument site={site}>
      <div className="page">
        <main id="site-content" className="h-feed">
          <PostAuthor site={site} />
          <FeedHeading of={{ page: 'beats', type, number }} name={beatType(type).plural}>
            <h1 className="page-title p-name">{beatType(type).plural}</h1>
          </FeedHeading>
          <p className="page-lead">
            {formatTotal(total, site.dates.locale)} {total.count === 1 ? 'beat' : 'beats'}
          </p>
          <PostStream posts={page.posts} dates={site.dates} level={2} groupBy="year" />
          <Pagination
            number={number}
            hasNext={page.hasNext && number < maxListPage}
            pages={pagesOf(total)}
            href={(other) => urls.beats(type, other)}
          />
        </main>
        <aside>
          <SearchForm
            query={{ kind: 'beat', beatType: type }}
            label={`Search ${beatType(type).plural}`}
            placeholder="In these posts"
          />
          <BeatTypes types={types} locale={site.dates.locale} current={type} />
        </aside>
      </div>
    </SiteDocument>
  );
}
