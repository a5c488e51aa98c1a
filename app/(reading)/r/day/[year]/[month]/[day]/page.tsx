// `/2026/Jan/5/`: all posts of a day, the first one first.
import { ArchiveNeighbours } from '@/components/archive/archive-neighbours';
import { Calendar } from '@/components/archive/calendar';
import { SiteDocument } from '@/components/layout/site-document';
import { PostAuthor } from '@/components/post/post-author';
import { PostStream } from '@/components/post/post-stream';
import { countDays, nearestDays } from '@/lib/archive/queries';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { type Day, formatFullDay, nextDay, splitDay } from '@/lib/dates';
import { listDay } from '@/lib/posts/queries';
import { getSite } from '@/lib/site';
import { parseAddress, urls } from '@/lib/urls';
import { missingMetadata, pageMetadata } from '../../../../../metadata';
import { missingPage } from '../../../../../missing-page';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

type Params = { year: string; month: string; day: string };
type Props = { params: Promise<Params> };

const pathOf = ({ year, month, day }: Params) => `/${year}/${month}/${day}/`;

/** The day of an address; null for one that no calendar has, such as the 30th of February. */
function dayOf(params: Params): Day | null {
  const address = parseAddress(pathOf(params));
  return address?.page === 'day' ? address.day : null;
}

export async function generateMetadata({ params }: Props) {
  const site = await getSite();
  const day = dayOf(await params);
  if (day === null) return missingMetadata(site);
  return pageMetadata({ site, title: formatFullDay(day, site.dates.locale), path: urls.day(day) });
}

export default async function DayPage({ params }: Props) {
  const day = dayOf(await params);
  if (day === null) return missingPage(pathOf(await params));
  const { year, month } = splitDay(day);
  const [site, posts, days, nearest] = await Promise.all([
    getSite(),
    listDay(day),
    countDays(year, month),
    nearestDays({ from: day, before: nextDay(day) }),
  ]);
  if (posts.length === 0) return missingPage(urls.day(day));
  await cachePage({
    tags: [cacheTags.day(day), cacheTags.calendar(day)],
    seconds: lives.long,
  });
  const { locale } = site.dates;
  const link = (other: Day | null) =>
    other === null ? null : { label: formatFullDay(other, locale), href: urls.day(other) };
  return (
    <SiteDocument site={site}>
      <div className="page">
        <main id="site-content" className="h-feed">
          <PostAuthor site={site} />
          <h1 className="page-title p-name">{formatFullDay(day, locale)}</h1>
          <PostStream posts={posts} dates={site.dates} level={2} groupBy="nothing" />
          <ArchiveNeighbours earlier={link(nearest.earlier)} later={link(nearest.later)} />
        </main>
        <aside>
          <Calendar year={year} month={month} days={days} locale={locale} current={day} />
        </aside>
      </div>
    </SiteDocument>
  );
}
