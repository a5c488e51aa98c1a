// `/2026/`: the months of a year, with counts by kind and the titles of their entries.
import { ArchiveNeighbours } from '@/components/archive/archive-neighbours';
import { DatedTitles } from '@/components/archive/dated-titles';
import { KindCountLine } from '@/components/archive/kind-count-line';
import { SiteDocument } from '@/components/layout/site-document';
import { nearestDays, summariseYear } from '@/lib/archive/queries';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { formatMonthName, splitDay, yearRange } from '@/lib/dates';
import { getSite } from '@/lib/site';
import { urls } from '@/lib/urls';
import { pageMetadata } from '../../../metadata';
import { missingPage } from '../../../missing-page';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ year: string }> };

export async function generateMetadata({ params }: Props) {
  const year = Number((await params).year);
  return pageMetadata({ site: await getSite(), title: String(year), path: urls.year(year) });
}

export default async function YearPage({ params }: Props) {
  const year = Number((await params).year);
  if (year < 1) return missingPage(`/${(await params).year}/`);
  const [site, months, nearest] = await Promise.all([
    getSite(),
    summariseYear(year),
    nearestDays(yearRange(year)),
  ]);
  if (months.length === 0) return missingPage(urls.year(year));
  await cachePage({ tags: [cacheTags.year(yearRange(year).from)], seconds: lives.long });
  const { locale } = site.dates;
  const link = (day: string | null) => {
    if (day === null) return null;
    const { year: other } = splitDay(day);
    return { label: String(other), href: urls.year(other) };
  };
  return (
    <SiteDocument site={site}>
      <main id="site-content" className="page is-single">
        <h1 className="page-title">{year}</h1>
        <KindCountLine counts={months.map((month) => month.counts)} locale={locale} />
        {months.map(({ month, counts, entries }) => (
          <section key={month} className="year-month">
            <h2>
              <a href={urls.month(year, month)}>{formatMonthName(month, locale)}</a>
            </h2>
            <KindCountLine counts={[counts]} locale={locale} />
            <DatedTitles
              links={entries}
              more={(counts.entry ?? 0) - entries.length}
              month={urls.month(year, month)}
              locale={locale}
            />
          </section>
        ))}
        <ArchiveNeighbours earlier={link(nearest.earlier)} later={link(nearest.later)} />
      </main>
    </SiteDocument>
  );
}
