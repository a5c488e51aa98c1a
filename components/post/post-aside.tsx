// What stands beside a post: its tags, its series, and the newest entries.
import type { DateStyle } from '@/lib/dates';
import { formatCount } from '@/lib/languages';
import type { Post, PostLink, TagCount } from '@/lib/posts/types';
import type { SeriesWithPosts } from '@/lib/series/types';
import { urls } from '@/lib/urls';
import { LinkSection } from './link-section';
import { SeriesBox } from './series-box';

type PostAsideProps = {
  post: Post;
  tags: TagCount[];
  series: SeriesWithPosts | null;
  recent: PostLink[];
  dates: DateStyle;
};

export function PostAside({ post, tags, series, recent, dates }: PostAsideProps) {
  return (
    <aside>
      {tags.length > 0 && <TagChips tags={tags} locale={dates.locale} />}
      {series && <SeriesBox series={series} current={post} dates={dates} />}
      <LinkSection
        id="site-recent-entries"
        title="Recent entries"
        links={recent}
        locale={dates.locale}
      />
    </aside>
  );
}

function TagChips({ tags, locale }: { tags: TagCount[]; locale: string }) {
  return (
    <section aria-labelledby="site-tags">
      <h2 id="site-tags">Tags</h2>
      <ul className="tag-chips">
        {tags.map((tag) => (
          <li key={tag.id}>
            <a rel="tag" href={urls.tag(tag.slug)}>
              {tag.name} <span className="count">{formatCount(tag.count, locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
