import '../styles/dashboard.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { AuthorDocument } from '@/components/dashboard/frame/author-document';

export const dynamic = 'force-dynamic';

// The address holds a secret: no other site learns it. (With 'no-referrer' browsers would not say
// where a form comes from, and it would be refused.)
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' };

export default function SetupLayout({ children }: { children: ReactNode }) {
  return (
    <AuthorDocument>
      <main className="door">{children}</main>
    </AuthorDocument>
  );
}
