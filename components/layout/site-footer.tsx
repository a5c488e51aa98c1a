import { RandomLink } from '@/components/archive/random-link';
import { ScriptPlace } from '@/components/ui/html';
import { routeUrls } from '@/lib/route-urls';
import type { Site } from '@/lib/site';
import { urls } from '@/lib/urls';

export function SiteFooter({ site }: { site: Site }) {
  const { title, author, footer } = site.settings;
  return (
    <footer className="site-footer">
      {site.years.length > 0 && (
        <nav aria-label="Years">
          <ul className="year-links">
            {site.years.map((year) => (
              <li key={year}>
                <a href={urls.year(year)}>{year}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="site-footer-row">
        <p>© {author || title}</p>
        <ul>
          <li>
            <a href={urls.about()}>About</a>
          </li>
          <li>
            <a href={urls.seriesIndex()}>Series</a>
          </li>
          <li>
            <a href={urls.tags()}>Tags</a>
          </li>
          <li>
            <RandomLink href={routeUrls.random()} />
          </li>
          {footer.map((link) => (
            <li key={link.url}>
              <a href={link.url}>{link.label}</a>
            </li>
          ))}
        </ul>
        {/* What keys there are: components/reader/keys. */}
        <ScriptPlace className="keys-place" data-keys-place="" hidden />
        <ThemeSwitch />
      </div>
    </footer>
  );
}

/**
 * The script of the pages shows and labels it. Its inside is no part of React's tree, so that what
 * the script has set stays where a platform lets React take over the page.
 */
function ThemeSwitch() {
  return (
    <div
      className="theme-switch"
      suppressHydrationWarning
      dangerouslySetInnerHTML={{
        __html: '<button type="button" data-theme-switch hidden>Theme: auto</button>',
      }}
    />
  );
}
