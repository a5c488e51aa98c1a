// `/search/?q=…`: posts that hold certain words, told apart by kind, time and tag. proxy.ts leads
// here by a path made of the parameters (lib/search/internal-path.ts).
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { SiteDocument } from '@/components/layout/site-document';
import { SearchFacets } from '@/components/search/search-facets';
import { SearchForm } from '@/components/search/search-form';
import { SearchOutcome } from '@/components/search/search-outcome';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { followRenamedTags } from '@/lib/search/former-tags';
import { searchOfPieces } from '@/lib/search/internal-path';
import { getSearchPage } from '@/lib/search/queries';
import { isAsked, searchPath } from '@/lib/search/query';
import { titleOfSearch } from '@/lib/search/titles';
import { getSite } from '@/lib/site';
import { maxListPage, urls } from '@/lib/urls';
import { missingMetadata, pageMetadata } from '../../../metadata';
import { missingPage } from '../../../missing-page';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ query: string[] }> };

/** Read once, for the title and the page. */
const readSearch = cache(async (pieces: string) => {
  const parsed = searchOfPieces(pieces.split('/'));
  if (parsed === null || parsed.query.page > maxListPage) return null;
  const [site, page] = await Promise.all([getSite(), getSearchPage(parsed.query)]);
  const isPastEnd = parsed.query.page > 1 && page?.results.length === 0;
  const { tags = [], excludedTags = [] } = page ?? {};
  const { locale } = site.dates;
  const title = titleOfSearch({ query: parsed.query, tags, excludedTags, locale });
  return isPastEnd ? null : { ...parsed, page, title };
});

export async function generateMetadata({ params }: Props) {
  const site = await getSite();
  const found = await readSearch((await params).query.join('/'));
  if (found === null) return missingMetadata(site);
  const { query, title } = found;
  return {
    ...pageMetadata({
      site,
      title: query.page === 1 ? title : `${title}, page ${query.page}`,
      path: searchPath(query),
    }),
    // Endless, and nothing that is not elsewhere: no place for a search engine to stay.
    ...(isAsked(query) && { robots: { index: false, follow: true } }),
  };
}

export default async function SearchPage({ params }: Props) {
  const found = await readSearch((await params).query.join('/'));
  await cachePage({ tags: [cacheTags.search], seconds: lives.brief, isBrief: true });
  if (found === null) return missingPage(`${urls.search()}page/`);
  const { query, ignored, page, title } = found;
  const [site, renamed] = await Promise.all([getSite(), followRenamedTags(query, page)]);
  if (renamed !== null) permanentRedirect(searchPath(renamed));
  return (
    <SiteDocument site={site} hasSearch={false}>
      <div className="page">
        <main id="site-content">
          <h1 className="page-title" data-search-part="title">
            {title}
          </h1>
          <SearchForm query={query} label="Search" isLive />
          <div data-search-part="outcome">
            <SearchOutcome query={query} ignored={ignored} page={page} dates={site.dates} />
          </div>
        </main>
        <aside id="site-facets" aria-label="Narrow down" data-search-part="facets">
          {page && <SearchFacets query={query} facets={page.facets} locale={site.dates.locale} />}
        </aside>
      </div>
    </SiteDocument>
  );
}
