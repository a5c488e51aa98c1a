import '../styles/dashboard.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { AuthorDocument } from '@/components/dashboard/frame/author-document';

export const dynamic = 'force-dynamic';

// The address holds a secret: no page that is opened from here learns it.
export const metadata: Metadata = { robots: { index: false }, referrer: 'no-referrer' };

export default function SetupLayout({ children }: { children: ReactNode }) {
  return (
    <AuthorDocument>
      <main className="door">{children}</main>
    </AuthorDocument>
  );
}
