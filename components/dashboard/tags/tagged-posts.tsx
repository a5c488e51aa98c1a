import Link from 'next/link';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { dayInZone, formatDay } from '@/lib/dates';
import { kinds } from '@/lib/posts/kinds';
import type { TaggedPost } from '@/lib/tags/author-queries';
import { countOfPosts } from '@/lib/tags/sentences';

type TaggedPostsProps = {
  posts: TaggedPost[];
  /** How many there are, these among them. */
  total: number;
  slug: string;
  timeZone: string;
};

/** The newest posts of a tag, each leading to its editor, and the way to all of them. */
export function TaggedPosts({ posts, total, slug, timeZone }: TaggedPostsProps) {
  if (posts.length === 0) return <p className="lead">None.</p>;
  return (
    <>
      <ul className="tag-posts">
        {posts.map(({ id, kind, displayTitle, listedAt }) => (
          <li key={id}>
            <Link href={dashboardUrls.post(id)} prefetch={false}>
              {displayTitle}
            </Link>
            <span className="tag-note">
              {' '}
              {kinds[kind].label},{' '}
              {listedAt === null ? 'draft' : formatDay(dayInZone(listedAt, timeZone), 'en')}
            </span>
          </li>
        ))}
      </ul>
      {total > posts.length && (
        <p>
          <Link href={dashboardUrls.posts({ tag: slug })} prefetch={false}>
            All {countOfPosts(total)}
          </Link>
        </p>
      )}
    </>
  );
}
