import type { ReactNode } from 'react';
import { SearchForm } from '@/components/search/search-form';
import { ScriptPlace } from '@/components/ui/html';
import { kinds, postKinds } from '@/lib/posts/kinds';
import type { Site } from '@/lib/site';
import { urls } from '@/lib/urls';

type SiteHeaderProps = {
  site: Site;
  isFrontPage: boolean;
  /** The page of results has a field of its own. */
  hasSearch: boolean;
  intro?: ReactNode;
};

export function SiteHeader({ site, isFrontPage, hasSearch, intro }: SiteHeaderProps) {
  const { title, navigation } = site.settings;
  const Name = isFrontPage ? 'h1' : 'p';
  return (
    <header className={isFrontPage ? 'site-header is-front' : 'site-header'}>
      <div className="site-header-row">
        <Name className="site-name">
          <a href={urls.stream()}>{title}</a>
        </Name>
        <nav className="site-navigation" aria-label="Site">
          <ul>
            {postKinds.map((kind) => (
              <li key={kind}>
                <a href={urls.kind(kind)}>{kinds[kind].heading}</a>
              </li>
            ))}
            <li>
              <a href={urls.tags()}>Tags</a>
            </li>
            <li>
              <a href={urls.about()}>About</a>
            </li>
            <li className="search-link">
              <a href={urls.search()}>Search</a>
            </li>
            {navigation.map((link) => (
              <li key={link.url}>
                <a href={link.url}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
        {hasSearch && <SearchForm label="Search" placeholder="Search" />}
        {/* The author's way in: components/reader/edit-links. */}
        <ScriptPlace data-dashboard="" hidden />
      </div>
      {/* Another random post, for who has just asked for one: components/reader/random. */}
      <ScriptPlace className="random-again" data-random-place="" hidden />
      {intro}
    </header>
  );
}
