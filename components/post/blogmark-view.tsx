import { domainOf, endSentence } from '@/lib/posts/titles';
import type { ViewProps } from './post-view';
import { RunIn } from './run-in';
import { ViaLink } from './via-link';

/** A link post: the linked title runs into the commentary. */
export function BlogmarkView({ post, level }: ViewProps<'blogmark'>) {
  const { text, stop } = endSentence(post.displayTitle, post.via !== null);
  return (
    <RunIn
      level={level}
      title={
        <>
          <a className="link-title p-name u-bookmark-of" href={post.linkUrl}>
            {text}
          </a>
          {stop}
        </>
      }
      after={
        <>
          {post.via && <ViaLink via={post.via} />}
          {/* Shown by the style sheet: where it leads is no part of the sentence. */}
          <span className="link-domain" data-domain={domainOf(post.linkUrl)} />
        </>
      }
      html={post.html}
    />
  );
}
