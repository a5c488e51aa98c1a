import { formatDayHeading } from '@/lib/dates';
import type { PostLink } from '@/lib/posts/types';
import { urls } from '@/lib/urls';
import { EditPlace } from './edit-place';

type PostLinksProps = { links: PostLink[]; locale: string };

/** A plain list of posts by title, each with its day. */
export function PostLinks({ links, locale }: PostLinksProps) {
  return (
    <ul className="post-links">
      {links.map((link) => (
        <li key={urls.post(link)}>
          <a href={urls.post(link)}>{link.displayTitle}</a>
          <EditPlace postId={link.id} />{' '}
          <time dateTime={link.publishedOn}>{formatDayHeading(link.publishedOn, locale)}</time>
        </li>
      ))}
    </ul>
  );
}
