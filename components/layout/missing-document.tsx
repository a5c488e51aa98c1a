import { type Day, formatFullDay } from '@/lib/dates';
import { formatCount } from '@/lib/languages';
import type { PostLink, TagCount } from '@/lib/posts/types';
import type { Site } from '@/lib/site';
import { urls } from '@/lib/urls';
import { PostLinks } from '../post/post-links';
import { SiteDocument } from './site-document';

type MissingDocumentProps = {
  site: Site;
  /** The nearest days with posts, when the address is a date's. */
  days: { earlier: Day | null; later: Day | null } | null;
  /** The tags of an intersection that has no post. */
  tags: TagCount[];
  entries: PostLink[];
};

export function MissingDocument({ site, days, tags, entries }: MissingDocumentProps) {
  const { locale } = site.dates;
  return (
    <SiteDocument site={site}>
      <main id="site-content" className="page is-single">
        <h1 className="page-title">Nothing here</h1>
        <p className="page-lead">
          No page has this address. It may have been mistyped, or the page may be gone.
        </p>
        {(days?.earlier || days?.later) && (
          <section>
            <h2>Days nearby</h2>
            <ul className="link-list">
              {days.earlier && (
                <li>
                  <a href={urls.day(days.earlier)}>{formatFullDay(days.earlier, locale)}</a>
                </li>
              )}
              {days.later && (
                <li>
                  <a href={urls.day(days.later)}>{formatFullDay(days.later, locale)}</a>
                </li>
              )}
            </ul>
          </section>
        )}
        {tags.length > 0 && (
          <section>
            <h2>No post has all of these tags</h2>
            <ul className="link-list">
              {tags.map((tag) => (
                <li key={tag.id}>
                  <a href={urls.tag(tag.slug)}>{tag.name}</a> {formatCount(tag.count, locale)}
                </li>
              ))}
            </ul>
          </section>
        )}
        {entries.length > 0 && (
          <section>
            <h2>Recent entries</h2>
            <PostLinks links={entries} locale={locale} />
          </section>
        )}
        <p>
          Or look through <a href={urls.tags()}>all tags</a>, a year from the foot of this page, or
          begin at <a href={urls.stream()}>the front page</a>.
        </p>
      </main>
    </SiteDocument>
  );
}
