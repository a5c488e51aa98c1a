// How what was found divides, each part a link that narrows the search down to it.
import type { ReactNode } from 'react';
import { formatMonthName } from '@/lib/dates';
import { formatCount } from '@/lib/languages';
import type { Facets } from '@/lib/search/facets';
import { narrowed, type SearchQuery, searchPath } from '@/lib/search/query';
import { nameKind } from '@/lib/search/titles';
import { maxIntersectionTags } from '@/lib/urls';

type SearchFacetsProps = {
  query: SearchQuery;
  facets: Facets;
  locale: string;
};

export function SearchFacets({ query, facets, locale }: SearchFacetsProps) {
  const { kinds, years, months, tags } = facets;
  const to = (change: Partial<SearchQuery>) => searchPath(narrowed(query, change));
  return (
    <>
      {kinds.length > 1 && (
        <Facet name="kinds" title="Kinds">
          {kinds.map(({ kind, beatType, count }) => (
            <Value
              key={`${kind} ${beatType}`}
              href={to({ kind, beatType })}
              count={count}
              locale={locale}
            >
              {nameKind(kind, beatType)}
            </Value>
          ))}
        </Facet>
      )}
      {query.year === null && years.length > 1 && (
        <Facet name="years" title="Years">
          {years.map(({ year, count }) => (
            <Value key={year} href={to({ year })} count={count} locale={locale}>
              {year}
            </Value>
          ))}
        </Facet>
      )}
      {query.month === null && months.length > 1 && (
        <Facet name="months" title="Months">
          {months.map(({ month, count }) => (
            <Value key={month} href={to({ month })} count={count} locale={locale}>
              {formatMonthName(month, locale)}
            </Value>
          ))}
        </Facet>
      )}
      {tags.length > 0 && (
        <Facet name="tags" title="Tags">
          {tags.map(({ slug, name, count }) => (
            <Value
              key={slug}
              href={
                query.tags.length < maxIntersectionTags ? to({ tags: [...query.tags, slug] }) : null
              }
              count={count}
              locale={locale}
              without={
                query.excludedTags.length < maxIntersectionTags && {
                  href: to({ excludedTags: [...query.excludedTags, slug] }),
                  label: `Without posts tagged ${name}`,
                }
              }
            >
              {name}
            </Value>
          ))}
        </Facet>
      )}
    </>
  );
}

type FacetProps = { name: string; title: string; children: ReactNode };

function Facet({ name, title, children }: FacetProps) {
  return (
    <section aria-labelledby={`facet-${name}`} className={`facet is-${name}`}>
      <h2 id={`facet-${name}`}>{title}</h2>
      <ul className="counted-links">{children}</ul>
    </section>
  );
}

type ValueProps = {
  href: string | null;
  count: number;
  locale: string;
  /** A way to leave these out. */
  without?: { href: string; label: string } | false;
  children: ReactNode;
};

function Value({ href, count, locale, without, children }: ValueProps) {
  return (
    <li>
      {href === null ? (
        children
      ) : (
        <a href={href} rel="nofollow">
          {children}
        </a>
      )}{' '}
      <span className="count">{formatCount(count, locale)}</span>
      {without && (
        <a className="narrow" href={without.href} rel="nofollow" aria-label={without.label}>
          −
        </a>
      )}
    </li>
  );
}
