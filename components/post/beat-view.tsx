// A beat: one line, as in a ledger; a longer note makes it a small post.
import { Heading, type HeadingLevel } from '@/components/ui/heading';
import { Html } from '@/components/ui/html';
import { beatType } from '@/lib/posts/kinds';
import type { Beat } from '@/lib/posts/types';
import { urls } from '@/lib/urls';
import { CommentSource } from './comment-source';
import type { ViewProps } from './post-view';
import { SightingPhotos } from './sighting-photos';

export function BeatView({ post, level }: ViewProps<'beat'>) {
  return <BeatBody post={post} level={level} showCommentary={post.html === ''} />;
}

type BeatBodyProps = { post: Beat; level: HeadingLevel; showCommentary: boolean };

export function BeatBody({ post, level, showCommentary }: BeatBodyProps) {
  const type = beatType(post.type);
  return (
    <>
      {post.image && (
        <a className="beat-image" href={post.url}>
          <img
            className="u-photo"
            src={post.image.url}
            alt={post.image.alt || post.displayTitle}
            width={90}
            height={60}
            loading="lazy"
            decoding="async"
          />
        </a>
      )}
      <div className="beat-line">
        <a className="beat-type" href={urls.beats(post.type)}>
          {type.label}
          {type.suffix && <span> ({type.suffix})</span>}
        </a>{' '}
        <Heading level={level}>
          <a className="p-name u-bookmark-of" href={post.url}>
            {post.displayTitle}
          </a>
        </Heading>
        {showCommentary && post.commentaryHtml && post.commentaryHtml !== post.displayTitle && (
          <>
            {' — '}
            <Html as="span" className="p-summary" html={post.commentaryHtml} />
          </>
        )}
      </div>
      {post.type === 'comment' && <CommentSource post={post} />}
      {post.type === 'sighting' && <SightingPhotos post={post} />}
      {post.html && <Html className="prose e-content" html={post.html} />}
    </>
  );
}
