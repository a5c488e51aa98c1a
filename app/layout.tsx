import './globals.css';
import type { Viewport } from 'next';
import type { ReactNode } from 'react';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // Here and not in the documents' heads, where React would put it before or behind the metadata, as
  // these come in time or not: a page that has not changed keeps its ETag.
  colorScheme: 'light dark',
};

/** Every page brings its own document: its language may be a post's (components/layout/site-document). */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children;
}
