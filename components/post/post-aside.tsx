// What stands beside a post: its tags, its series, its neighbours, and what else to read.
import type { DateStyle } from '@/lib/dates';
import { formatCount } from '@/lib/languages';
import { kinds } from '@/lib/posts/kinds';
import type { Post, PostLink, TagCount } from '@/lib/posts/types';
import type { SeriesWithPosts } from '@/lib/series/types';
import { urls } from '@/lib/urls';
import { PostLinks } from './post-links';
import { SeriesBox } from './series-box';

type PostAsideProps = {
  post: Post;
  tags: TagCount[];
  series: SeriesWithPosts | null;
  neighbours: { previous: PostLink | null; next: PostLink | null };
  recent: PostLink[];
  related: PostLink[];
  dates: DateStyle;
};

export function PostAside({
  post,
  tags,
  series,
  neighbours,
  recent,
  related,
  dates,
}: PostAsideProps) {
  return (
    <aside>
      {tags.length > 0 && <TagChips tags={tags} locale={dates.locale} />}
      {series && <SeriesBox series={series} current={post} dates={dates} />}
      <Neighbours post={post} neighbours={neighbours} />
      <LinkSection id="site-related" title="Related" links={related} locale={dates.locale} />
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

type NeighboursProps = Pick<PostAsideProps, 'post' | 'neighbours'>;

function Neighbours({ post, neighbours: { previous, next } }: NeighboursProps) {
  if (!previous && !next) return null;
  const { label } = kinds[post.kind];
  return (
    <nav aria-label={`Previous and next ${label}`} className="neighbours">
      {next && (
        <p>
          <span>Next {label}</span>{' '}
          <a rel="next" href={urls.post(next)}>
            {next.displayTitle}
          </a>
        </p>
      )}
      {previous && (
        <p>
          <span>Previous {label}</span>{' '}
          <a rel="prev" href={urls.post(previous)}>
            {previous.displayTitle}
          </a>
        </p>
      )}
    </nav>
  );
}

type LinkSectionProps = { id: string; title: string; links: PostLink[]; locale: string };

function LinkSection({ id, title, links, locale }: LinkSectionProps) {
  if (links.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <PostLinks links={links} locale={locale} />
    </section>
  );
}
