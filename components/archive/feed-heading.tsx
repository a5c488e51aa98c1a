// The heading of a list, and beside it the way to follow it.
import type { ReactNode } from 'react';
import { type PageAddress, urls } from '@/lib/urls';

type FeedHeadingProps = {
  /** The list. */
  of: PageAddress;
  /** What its feed brings, for who hears the link alone: "Feed of links". */
  name: string;
  /** The heading. */
  children: ReactNode;
};

export function FeedHeading({ of, name, children }: FeedHeadingProps) {
  const first: PageAddress = 'number' in of ? { ...of, number: 1 } : of;
  return (
    <div className="feed-heading">
      {children}
      <a className="feed-link" href={urls.feed('atom', first)} type="application/atom+xml">
        <FeedIcon />
        Feed<span className="visually-hidden"> of {name}</span>
      </a>
    </div>
  );
}

/** A dot and two waves, as readers of feeds have drawn it for twenty years. */
function FeedIcon() {
  return (
    <svg viewBox="0 0 16 16" width={12} height={12} aria-hidden="true" focusable="false">
      <circle cx="3" cy="13" r="2.2" fill="currentColor" />
      <path
        d="M1 7.2A7.8 7.8 0 0 1 8.8 15M1 2a13 13 0 0 1 13 13"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.1"
        strokeLinecap="round"
      />
    </svg>
  );
}
