// A post that was found: its kind's own look, with the part of its text that shows why.

import { PostMeta } from '@/components/post/post-meta';
import { languageOf } from '@/components/post/post-view';
import { Heading } from '@/components/ui/heading';
import type { DateStyle } from '@/lib/dates';
import { beatType } from '@/lib/posts/kinds';
import { domainOf, endSentence } from '@/lib/posts/titles';
import type { SearchResult } from '@/lib/search/types';
import { urls } from '@/lib/urls';
import { Marked } from './marked';

const level = 2;

type SearchResultViewProps = { result: SearchResult; dates: DateStyle };

export function SearchResultView({ result, dates }: SearchResultViewProps) {
  const { post } = result;
  return (
    <article className={`post is-${post.kind} is-found`} {...languageOf(post)}>
      <Found result={result} />
      <PostMeta post={post} dates={dates} showDay />
    </article>
  );
}

function Found({ result: { post, title, snippet } }: { result: SearchResult }) {
  switch (post.kind) {
    case 'entry':
      return (
        <>
          <Heading level={level} className="entry-title">
            <a href={urls.post(post)}>
              <Marked pieces={title} />
            </a>
          </Heading>
          <Snippet snippet={snippet} />
        </>
      );
    case 'blogmark':
      return (
        <div className="run-in prose">
          <Heading level={level}>
            <a className="link-title" href={post.linkUrl}>
              <Marked pieces={title} />
            </a>
            {endSentence(post.displayTitle, false).stop}
          </Heading>
          <span className="link-domain" data-domain={domainOf(post.linkUrl)} />{' '}
          <span>
            <Marked pieces={snippet} />
          </span>
        </div>
      );
    case 'quotation':
      return (
        <>
          <HiddenHeading post={post} title={post.displayTitle} />
          <figure className="quotation">
            <blockquote className="prose" cite={post.sourceUrl ?? undefined}>
              <p>
                <Marked pieces={snippet} />
              </p>
            </blockquote>
            <figcaption>
              <span aria-hidden="true">— </span>
              <cite>
                {post.sourceUrl === null ? post.source : <a href={post.sourceUrl}>{post.source}</a>}
              </cite>
            </figcaption>
          </figure>
        </>
      );
    case 'note':
      return (
        <>
          <HiddenHeading post={post} title={post.displayTitle} />
          <Snippet snippet={snippet} />
        </>
      );
    case 'beat':
      return (
        <div className="beat-line">
          <a className="beat-type" href={urls.beats(post.type)}>
            {beatType(post.type).label}
          </a>{' '}
          <Heading level={level}>
            <a href={post.url}>
              <Marked pieces={title} />
            </a>
          </Heading>
          {snippet.length > 0 && (
            <>
              {' — '}
              <Marked pieces={snippet} />
            </>
          )}
        </div>
      );
  }
}

type Linked = Parameters<typeof urls.post>[0];

function HiddenHeading({ post, title }: { post: Linked; title: string }) {
  return (
    <Heading level={level} className="visually-hidden">
      <a href={urls.post(post)}>{title}</a>
    </Heading>
  );
}

function Snippet({ snippet }: Pick<SearchResult, 'snippet'>) {
  return (
    <div className="prose">
      <p>
        <Marked pieces={snippet} />
      </p>
    </div>
  );
}
