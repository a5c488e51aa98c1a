// The thin line that ends every item: `# 3:51 am / theatre, ai`.
import { type DateStyle, formatDay, formatTime } from '@/lib/dates';
import type { Post } from '@/lib/posts/types';
import { urls } from '@/lib/urls';
import { EditPlace } from './edit-place';
import { TagLinks } from './tag-links';

export type PostMetaProps = {
  post: Post;
  dates: DateStyle;
  /** Where no heading carries the day, the line does. */
  showDay: boolean;
};

export function PostMeta({ post, dates, showDay }: PostMetaProps) {
  const time = formatTime(post.publishedAt, dates);
  return (
    <p className="post-meta">
      <a className="permalink u-url" href={urls.post(post)}>
        {post.kind !== 'entry' && <span aria-hidden="true"># </span>}
        <time className="dt-published" dateTime={post.publishedAt.toISOString()}>
          {showDay ? `${formatDay(post.publishedOn, dates.locale)}, ${time}` : time}
        </time>
      </a>
      {post.tags.length > 0 && (
        <>
          {' / '}
          <TagLinks tags={post.tags} />
        </>
      )}
      <EditPlace postId={post.id} />
    </p>
  );
}
