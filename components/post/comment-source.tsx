import { commentThread } from '@/lib/posts/beat-metadata';
import { domainOf } from '@/lib/posts/titles';
import type { Beat } from '@/lib/posts/types';

/** Where a comment was made, with its thread. */
export function CommentSource({ post }: { post: Beat }) {
  const { site, threadUrl } = commentThread(post.metadata);
  const name = site ?? domainOf(post.url);
  if (name === undefined) return null;
  return (
    <p className="comment-source">
      Comment on {threadUrl === null ? name : <a href={threadUrl}>{name}</a>}
    </p>
  );
}
