// Posts in their order under headings of days or years, or under none.
import { below, Heading, type HeadingLevel } from '@/components/ui/heading';
import { type DateStyle, formatDayHeading } from '@/lib/dates';
import type { Post } from '@/lib/posts/types';
import { urls } from '@/lib/urls';
import { PostView } from './post-view';

type PostStreamProps = {
  posts: Post[];
  dates: DateStyle;
  /** Level of the group headings, or of the posts where there are none. */
  level: HeadingLevel;
  groupBy: 'day' | 'year' | 'nothing';
};

export function PostStream({ posts, dates, level, groupBy }: PostStreamProps) {
  if (groupBy === 'nothing')
    return <Posts posts={posts} level={level} dates={dates} showDay={false} />;
  return groups(posts, groupBy).map((group) => (
    <section key={group.key} className={`group is-${groupBy}`}>
      <Heading level={level} className="group-heading">
        {groupBy === 'day' ? (
          <a href={urls.day(group.key)}>{formatDayHeading(group.key, dates.locale)}</a>
        ) : (
          <a href={urls.year(Number(group.key))}>{group.key}</a>
        )}
      </Heading>
      <Posts posts={group.posts} level={below(level)} dates={dates} showDay={groupBy === 'year'} />
    </section>
  ));
}

type PostsProps = { posts: Post[]; level: HeadingLevel; dates: DateStyle; showDay: boolean };

function Posts({ posts, ...rest }: PostsProps) {
  return posts.map((post) => <PostView key={post.id} post={post} {...rest} />);
}

/** Runs of posts of the same day or year. */
function groups(posts: Post[], by: 'day' | 'year'): { key: string; posts: Post[] }[] {
  const found: { key: string; posts: Post[] }[] = [];
  for (const post of posts) {
    const key = by === 'day' ? post.publishedOn : post.publishedOn.slice(0, 4);
    const last = found.at(-1);
    if (last?.key === key) last.posts.push(post);
    else found.push({ key, posts: [post] });
  }
  return found;
}
