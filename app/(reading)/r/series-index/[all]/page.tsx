// `/series/`: every series with its posts.
import { SiteDocument } from '@/components/layout/site-document';
import { PostLinks } from '@/components/post/post-links';
import { Html } from '@/components/ui/html';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { listSeries } from '@/lib/series/queries';
import { getSite } from '@/lib/site';
import { urls } from '@/lib/urls';
import { pageMetadata } from '../../../metadata';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata() {
  return pageMetadata({ site: await getSite(), title: 'Series', path: urls.seriesIndex() });
}

export default async function SeriesIndexPage() {
  const [site, all] = await Promise.all([getSite(), listSeries()]);
  await cachePage({ tags: [cacheTags.seriesIndex], seconds: lives.long });
  return (
    <SiteDocument site={site}>
      <main id="site-content" className="page is-single">
        <h1 className="page-title">Series</h1>
        {all.length === 0 && <p className="page-lead">There is no series yet.</p>}
        {all.map((series) => (
          <section key={series.id} className="series-summary">
            <h2>
              <a href={urls.series(series.slug)}>{series.title}</a>
            </h2>
            {series.summaryHtml && <Html className="prose" html={series.summaryHtml} />}
            <PostLinks links={series.posts} locale={site.dates.locale} />
          </section>
        ))}
      </main>
    </SiteDocument>
  );
}
