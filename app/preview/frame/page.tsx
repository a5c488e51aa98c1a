// `/preview/frame/`: the document around an editor's live preview. The editor fills in the post.
import type { Metadata } from 'next';
import { SiteDocument } from '@/components/layout/site-document';
import { Html } from '@/components/ui/html';
import { requireActor } from '@/lib/auth/session';
import { getSite, withoutAnalytics } from '@/lib/site';

export const metadata: Metadata = { title: 'Preview', robots: { index: false } };

export default async function PreviewFrame() {
  await requireActor();
  return (
    <SiteDocument site={withoutAnalytics(await getSite())}>
      {/* As HTML, so that the framework leaves alone what the editor puts there. */}
      <Html className="page is-post" html="" />
    </SiteDocument>
  );
}
