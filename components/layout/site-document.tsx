// The document of a reading page. What it shows is plain HTML (lib/static-markup); the framework
// knows its head only. It belongs to the page, not to a layout, because the language
// is the post's where a post has one.
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import namesFont from '@/components/fonts/public-sans-core.woff2';
import textFont from '@/components/fonts/vollkorn-core.woff2';
import { readerScriptPath } from '@/components/reader/bundle.generated';
import { textDirection } from '@/lib/languages';
import type { Site } from '@/lib/site';
import { staticMarkup } from '@/lib/static-markup';
import { themeScript } from '@/lib/theme-script';
import { Html } from '../ui/html';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

type SiteDocumentProps = {
  site: Site;
  /** BCP 47, where the page is not in the site's language. */
  lang?: string | null;
  /** The front page introduces the site itself: its name is the heading. */
  isFrontPage?: boolean;
  /** The page of search results has a field of its own. */
  hasSearch?: boolean;
  /** What stands under the site's name. */
  intro?: ReactNode;
  /** What this page alone says in its head, besides its metadata. */
  head?: ReactNode;
  children: ReactNode;
};

export function SiteDocument({
  site,
  lang,
  isFrontPage = false,
  hasSearch = true,
  intro,
  head,
  children,
}: SiteDocumentProps) {
  const language = lang ?? site.settings.language;
  for (const font of [textFont, namesFont])
    preload(font, {
      as: 'font',
      type: 'font/woff2',
      crossOrigin: 'anonymous',
      fetchPriority: 'low',
    });
  return (
    <html lang={language} dir={textDirection(language)} suppressHydrationWarning>
      <head>
        <script data-keep="" dangerouslySetInnerHTML={{ __html: themeScript }} />
        {head}
        <OwnersHead site={site} />
      </head>
      <body>
        <Html
          html={staticMarkup(
            <>
              <a className="skip-link" href="#site-content">
                Skip to content
              </a>
              <SiteHeader
                site={site}
                isFrontPage={isFrontPage}
                hasSearch={hasSearch}
                intro={intro}
              />
              {children}
              <SiteFooter site={site} />
              <script data-keep="" src={readerScriptPath} defer />
              <OutsideScript script={site.settings.analytics} />
            </>,
          )}
        />
      </body>
    </html>
  );
}

/** What an owner has put into the head of every page; nothing where nothing is set. */
function OwnersHead({ site: { settings, style } }: { site: Site }) {
  return (
    <>
      {settings.verification.map(({ name, content }) => (
        <meta key={`${name} ${content}`} name={name} content={content} />
      ))}
      {settings.relMe.map((url) => (
        <link key={url} rel="me" href={url} />
      ))}
      {/* React puts sheets with a precedence together: this one after the site's. */}
      {style && <link rel="stylesheet" href={style} precedence="owner" />}
    </>
  );
}

/** The policy knows its origin: lib/site.ts. */
function OutsideScript({ script }: { script: Site['settings']['analytics'] }) {
  if (script === null) return null;
  const attributes = script.attributes.map(({ name, value }) => [name, value]);
  return <script data-keep="" src={script.src} defer {...Object.fromEntries(attributes)} />;
}
