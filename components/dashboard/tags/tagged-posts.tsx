import Link from 'next/link';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { dayInZone, formatDay } from '@/lib/dates';
import { kinds } from '@/lib/posts/kinds';
import type { TaggedPost } from '@/lib/tags/author-queries';

type TaggedPostsProps = { posts: TaggedPost[]; timeZone: string };

/** The newest posts of a tag, each leading to its editor. */
export function TaggedPosts({ posts, timeZone }: TaggedPostsProps) {
  if (posts.length === 0) return <p className="lead">None.</p>;
  return (
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
  );
}
