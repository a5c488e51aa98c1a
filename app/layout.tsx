import './globals.css';
import type { Viewport } from 'next';
import type { ReactNode } from 'react';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
};

/** Every page brings its own document: its language may be a post's (components/layout/site-document). */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children;
}
