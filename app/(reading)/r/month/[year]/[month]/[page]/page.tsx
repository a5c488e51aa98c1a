// `/2026/Jan/`: a month from its first day on, thirty posts a page.
import { ArchiveNeighbours } from '@/components/archive/archive-neighbours';
import { Calendar } from '@/components/archive/calendar';
import { KindCountLine } from '@/components/archive/kind-count-line';
import { SiteDocument } from '@/components/layout/site-document';
import { PostAuthor } from '@/components/post/post-author';
import { PostStream } from '@/components/post/post-stream';
import { SearchForm } from '@/components/search/search-form';
import { Pagination } from '@/components/ui/pagination';
import { countDays, nearestDays } from '@/lib/archive/queries';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { type Day, formatMonth, monthRange, splitDay } from '@/lib/dates';
import { listMonth } from '@/lib/posts/queries';
import { pagesOf } from '@/lib/posts/totals';
import { getSite } from '@/lib/site';
import { maxListPage, parseAddress, urls } from '@/lib/urls';
import { missingMetadata, pageMetadata } from '../../../../../metadata';
import { missingPage } from '../../../../../missing-page';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Params = { year: string; month: string; page: string };
type Props = { params: Promise<Params> };

const pathOf = ({ year, month, page }: Params) => `/${year}/${month}/page/${page}/`;

function addressOf(params: Params) {
  const address = parseAddress(pathOf(params));
  return address?.page === 'month' ? address : null;
}

export async function generateMetadata({ params }: Props) {
  const site = await getSite();
  const address = addressOf(await params);
  if (address === null || address.number > maxListPage) return missingMetadata(site);
  const { year, month, number } = address;
  const title = formatMonth(year, month, site.dates.locale);
  return pageMetadata({
    site,
    title: number === 1 ? title : `${title}, page ${number}`,
    path: urls.month(year, month, number),
  });
}

export default async function MonthPage({ params }: Props) {
  const address = addressOf(await params);
  if (address === null || address.number > maxListPage) return missingPage(pathOf(await params));
  const { year, month, number } = address;
  const range = monthRange(year, month);
  const [site, page, days, nearest] = await Promise.all([
    getSite(),
    listMonth(range, number),
    countDays(year, month),
    nearestDays(range),
  ]);
  if (page.posts.length === 0) return missingPage(urls.month(year, month, number));
  await cachePage({
    tags: [cacheTags.month(range.from), cacheTags.calendar(range.from)],
    seconds: lives.long,
  });
  const { locale } = site.dates;
  const link = (day: Day | null) => {
    if (day === null) return null;
    const other = splitDay(day);
    return {
      label: formatMonth(other.year, other.month, locale),
      href: urls.month(other.year, other.month),
    };
  };
  return (
    <SiteDocument site={site}>
      <div className="page">
        <main id="site-content" className="h-feed">
          <PostAuthor site={site} />
          <h1 className="page-title p-name">{formatMonth(year, month, locale)}</h1>
          <KindCountLine counts={days.map((day) => day.counts)} locale={locale} />
          <PostStream posts={page.posts} dates={site.dates} level={2} groupBy="day" />
          <Pagination
            number={number}
            hasNext={page.hasNext && number < maxListPage}
            pages={pagesOf(page.total)}
            href={(other) => urls.month(year, month, other)}
            labels={{ previous: 'Earlier', next: 'Later' }}
          />
          <ArchiveNeighbours earlier={link(nearest.earlier)} later={link(nearest.later)} />
        </main>
        <aside>
          <SearchForm
            query={{ year, month }}
            label={`Search posts of ${formatMonth(year, month, locale)}`}
            placeholder="In this month"
          />
          <Calendar year={year} month={month} days={days} locale={locale} />
        </aside>
      </div>
    </SiteDocument>
  );
}
