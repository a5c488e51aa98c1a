// `/entries/` and the other kinds' listings, newest first.
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
import { kinds } from '@/lib/posts/kinds';
import { listKind } from '@/lib/posts/queries';
import { formatTotal, pagesOf } from '@/lib/posts/totals';
import { getSite } from '@/lib/site';
import { maxListPage, parseAddress, urls } from '@/lib/urls';
import { missingMetadata, pageMetadata } from '../../../../metadata';
import { missingPage } from '../../../../missing-page';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Params = { kind: string; page: string };
type Props = { params: Promise<Params> };

const pathOf = ({ kind, page }: Params) => `/${kind}/page/${page}/`;

function addressOf(params: Params) {
  const address = parseAddress(pathOf(params));
  return address?.page === 'kind' ? address : null;
}

export async function generateMetadata({ params }: Props) {
  const site = await getSite();
  const address = addressOf(await params);
  if (address === null || address.number > maxListPage) return missingMetadata(site);
  const { kind, number } = address;
  const { heading } = kinds[kind];
  return pageMetadata({
    site,
    title: number === 1 ? heading : `${heading}, page ${number}`,
    path: urls.kind(kind, number),
  });
}

export default async function KindPage({ params }: Props) {
  const address = addressOf(await params);
  if (address === null || address.number > maxListPage) return missingPage(pathOf(await params));
  const { kind, number } = address;
  const [site, page, types] = await Promise.all([
    getSite(),
    listKind(kind, number),
    kind === 'beat' ? countBeatTypes() : [],
  ]);
  if (number > 1 && page.posts.length === 0) return missingPage(urls.kind(kind, number));
  await cachePage({
    tags: [cacheTags.kind(kind), ...(kind === 'beat' ? [cacheTags.beatTypes] : [])],
    seconds: lives.short,
  });
  const { label, plural, heading } = kinds[kind];
  const { total } = page;
  return (
    <SiteDocument site={site}>
      <div className="page">
        <main id="site-content" className="h-feed">
          <PostAuthor site={site} />
          <FeedHeading of={address} name={plural}>
            <h1 className="page-title p-name">{heading}</h1>
          </FeedHeading>
          <p className="page-lead">
            {formatTotal(total, site.dates.locale)} {total.count === 1 ? label : plural}
          </p>
          <PostStream posts={page.posts} dates={site.dates} level={2} groupBy="year" />
          <Pagination
            number={number}
            hasNext={page.hasNext && number < maxListPage}
            pages={pagesOf(total)}
            href={(other) => urls.kind(kind, other)}
          />
        </main>
        <aside>
          <SearchForm query={{ kind }} label={`Search ${plural}`} placeholder={`In ${plural}`} />
          {types.length > 0 && <BeatTypes types={types} locale={site.dates.locale} />}
        </aside>
      </div>
    </SiteDocument>
  );
}
