import '../styles/dashboard.css';
import type { ReactNode } from 'react';
import { AuthorDocument } from '@/components/dashboard/frame/author-document';

export default function SignInLayout({ children }: { children: ReactNode }) {
  return (
    <AuthorDocument>
      <main className="door">{children}</main>
    </AuthorDocument>
  );
}
