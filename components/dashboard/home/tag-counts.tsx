import Link from 'next/link';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { formatCount } from '@/lib/languages';
import type { TagCount } from '@/lib/posts/types';

type TagCountsProps = { thisYear: TagCount[]; ever: TagCount[]; locale: string };

/** The tags that are used most, with the posts behind them. */
export function TagCounts({ thisYear, ever, locale }: TagCountsProps) {
  if (ever.length === 0) return null;
  return (
    <section className="tag-counts" aria-labelledby="home-tag-counts">
      <h2 id="home-tag-counts">Tags used most</h2>
      <div>
        {thisYear.length > 0 && <TagColumn heading="This year" tags={thisYear} locale={locale} />}
        <TagColumn heading="Ever" tags={ever} locale={locale} />
      </div>
    </section>
  );
}

function TagColumn({
  heading,
  tags,
  locale,
}: {
  heading: string;
  tags: TagCount[];
  locale: string;
}) {
  return (
    <div>
      <h3>{heading}</h3>
      <ol>
        {tags.map(({ id, slug, name, count }) => (
          <li key={id}>
            <Link href={dashboardUrls.posts({ tag: slug })} prefetch={false}>
              {name}
            </Link>{' '}
            <span className="count">{formatCount(count, locale)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
