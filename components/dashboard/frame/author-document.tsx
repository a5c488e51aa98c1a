// The document of the author's side: the colours and the type of the site, without its navigation.
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import namesFont from '@/components/fonts/public-sans-core.woff2';
import textFont from '@/components/fonts/vollkorn-core.woff2';
import { themeScript } from '@/lib/theme-script';
import { ThemeKeeper } from './theme-choice';

export function AuthorDocument({ children }: { children: ReactNode }) {
  for (const font of [textFont, namesFont])
    preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body className="author-side">
        {children}
        <ThemeKeeper />
      </body>
    </html>
  );
}
