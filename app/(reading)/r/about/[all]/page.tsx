// `/about/`: what the owner says of the site.
import { SiteDocument } from '@/components/layout/site-document';
import { Html } from '@/components/ui/html';
import { cachePage, lives } from '@/lib/cache';
import { renderBody } from '@/lib/markdown/render';
import { getSite } from '@/lib/site';
import { urls } from '@/lib/urls';
import { pageMetadata } from '../../../metadata';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata() {
  return pageMetadata({ site: await getSite(), title: 'About', path: urls.about() });
}

export default async function AboutPage() {
  const site = await getSite();
  const { about, typography, ownHosts, language } = site.settings;
  const body = await renderBody(about, {
    format: 'markdown',
    typography,
    ownHosts,
    idPrefix: 'about-',
    locale: language,
  });
  await cachePage({ tags: [], seconds: lives.long });
  return (
    <SiteDocument site={site}>
      <main id="site-content" className="page is-single">
        <h1 className="page-title">About</h1>
        <Html className="prose" html={body.html} />
      </main>
    </SiteDocument>
  );
}
