// A post on its own page.
import { Html } from '@/components/ui/html';
import { formatDay, formatTime } from '@/lib/dates';
import { changedAt } from '@/lib/posts/changed-at';
import { kinds } from '@/lib/posts/kinds';
import type { Post } from '@/lib/posts/types';
import type { Site } from '@/lib/site';
import { absolute, urls } from '@/lib/urls';
import { BeatBody } from './beat-view';
import { BlogmarkView } from './blogmark-view';
import { Contents } from './contents';
import { EditPlace } from './edit-place';
import { PostAuthor } from './post-author';
import { languageOf } from './post-view';
import { QuotationBody } from './quotation-view';
import { TagLinks } from './tag-links';

type PostPageProps = { post: Post; site: Site };

export function PostPage({ post, site }: PostPageProps) {
  return (
    <article className={`post is-${post.kind} is-alone h-entry`} {...languageOf(post)}>
      <PostBody post={post} />
      <PostAuthor site={site} />
      <data className="u-url" value={absolute(urls.post(post), site.url)} />
      <data className="dt-updated" value={changedAt(post).toISOString()} />
      <PostedLine post={post} site={site} />
    </article>
  );
}

function PostBody({ post }: { post: Post }) {
  switch (post.kind) {
    case 'entry':
      return (
        <>
          <h1 className="entry-title p-name">{post.displayTitle}</h1>
          <Contents post={post} />
          <Html className="prose e-content" html={post.html} />
        </>
      );
    case 'blogmark':
      return <BlogmarkView post={post} level={1} />;
    case 'quotation':
      return (
        <>
          <h1 className="visually-hidden p-name">{post.displayTitle}</h1>
          <QuotationBody post={post} />
        </>
      );
    case 'note':
      return (
        <>
          <h1 className="visually-hidden p-name">{post.displayTitle}</h1>
          <Html className="prose e-content" html={post.html} />
        </>
      );
    case 'beat':
      return <BeatBody post={post} level={1} showCommentary />;
  }
}

/** When it was posted; the tags are beside the post with their counts. */
function PostedLine({ post, site }: PostPageProps) {
  return (
    <p className="post-meta">
      Posted{' '}
      <a href={urls.day(post.publishedOn)}>
        <time className="dt-published" dateTime={post.publishedAt.toISOString()}>
          {formatDay(post.publishedOn, site.dates.locale)} at{' '}
          {formatTime(post.publishedAt, site.dates)}
        </time>
      </a>{' '}
      in <a href={urls.kind(post.kind)}>{kinds[post.kind].heading}</a>
      {post.tags.length > 0 && (
        <span className="print-only">
          {' / '}
          <TagLinks tags={post.tags} />
        </span>
      )}
      <EditPlace postId={post.id} />
    </p>
  );
}
