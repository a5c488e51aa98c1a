import '../styles/dashboard.css';
import '../styles/home.css';
import '../styles/lists.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { AuthorDocument } from '@/components/dashboard/frame/author-document';
import { DashboardFrame } from '@/components/dashboard/frame/dashboard-frame';
import { requireActor } from '@/lib/auth/session';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { getSettings } from '@/lib/settings/queries';

// Of its own for each author and each moment: nothing here is ever stored.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { template: '%s – Dashboard', default: 'Dashboard' },
  robots: { index: false },
  manifest: dashboardUrls.manifest(),
};

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const [actor, { title }] = await Promise.all([requireActor(), getSettings()]);
  return (
    <AuthorDocument>
      <DashboardFrame actor={actor} siteTitle={title}>
        {children}
      </DashboardFrame>
    </AuthorDocument>
  );
}
