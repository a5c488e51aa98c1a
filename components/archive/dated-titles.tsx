import { EditPlace } from '@/components/post/edit-place';
import { formatDayOfMonth } from '@/lib/dates';
import { formatCount } from '@/lib/languages';
import type { PostLink } from '@/lib/posts/types';
import { urls } from '@/lib/urls';

type DatedTitlesProps = {
  links: PostLink[];
  /** How many more there are, which the month's own page has. */
  more: number;
  month: string;
  locale: string;
};

/** The entries of a month by title, each with its day. */
export function DatedTitles({ links, more, month, locale }: DatedTitlesProps) {
  if (links.length === 0) return null;
  return (
    <>
      <ul className="dated-titles">
        {links.map((link) => (
          <li key={urls.post(link)}>
            <time dateTime={link.publishedOn}>{formatDayOfMonth(link.publishedOn, locale)}</time>{' '}
            <span>
              <a href={urls.post(link)}>{link.displayTitle}</a>
              <EditPlace postId={link.id} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <a href={month}>and {formatCount(more, locale)} more</a>
        </p>
      )}
    </>
  );
}
