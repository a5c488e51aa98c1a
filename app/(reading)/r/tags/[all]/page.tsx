// `/tags/`: every tag, as the index of a book.
import { TagIndex } from '@/components/archive/tag-index';
import { SiteDocument } from '@/components/layout/site-document';
import { cachePage, lives } from '@/lib/cache';
import { cacheTags } from '@/lib/cache-tags';
import { getSite } from '@/lib/site';
import { listTags } from '@/lib/tags/queries';
import { urls } from '@/lib/urls';
import { pageMetadata } from '../../../metadata';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata() {
  return pageMetadata({ site: await getSite(), title: 'Tags', path: urls.tags() });
}

export default async function TagsPage() {
  const [site, tags] = await Promise.all([getSite(), listTags()]);
  await cachePage({ tags: [cacheTags.tagIndex], seconds: lives.short });
  return (
    <SiteDocument site={site}>
      <main id="site-content" className="page is-wide">
        <h1 className="page-title">Tags</h1>
        {tags.length === 0 ? (
          <p className="page-lead">No post has a tag yet.</p>
        ) : (
          <TagIndex tags={tags} locale={site.dates.locale} />
        )}
      </main>
    </SiteDocument>
  );
}
