// `/preview/KEY/`: a draft for whoever has been given its secret link, as its page will show it.
import '@/app/styles/preview.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { SiteDocument } from '@/components/layout/site-document';
import { PostSpread } from '@/components/post/post-spread';
import { getPreviewByKey } from '@/lib/posts/preview';
import { getSite, withoutAnalytics } from '@/lib/site';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ key: string }> };

const readPreview = cache((key: string) => getPreviewByKey(key));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [site, preview] = await Promise.all([getSite(), readPreview((await params).key)]);
  const title = preview ? preview.post.displayTitle : 'Not found';
  return {
    title: `${title} — ${site.settings.title}`,
    robots: { index: false },
    referrer: 'no-referrer',
  };
}

export default async function PreviewPage({ params }: Props) {
  const preview = await readPreview((await params).key);
  if (preview === null) notFound();
  const { post, around } = preview;
  const site = withoutAnalytics(await getSite());
  return (
    <SiteDocument site={site} lang={post.lang}>
      <div className="page is-post">
        <PostSpread post={post} site={site} around={around} />
      </div>
      <p className="preview-bar">Draft preview: only those who have this link can see it.</p>
    </SiteDocument>
  );
}
