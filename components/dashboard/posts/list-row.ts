// A row of the author's list as plain texts, made on the server: the list in the browser knows no
// dates, zones or rights.

import { dashboardUrls } from '@/lib/dashboard-urls';
import { type DateStyle, dayInZone, formatDayHeading, formatTime } from '@/lib/dates';
import type { AuthorPost } from '@/lib/posts/author-post';
import { beatType, kinds } from '@/lib/posts/kinds';
import { urls } from '@/lib/urls';

export type Moment = { text: string; dateTime: string };

export type ListRow = {
  id: number;
  title: string;
  isUntitled: boolean;
  excerpt: string | null;
  /** `Link to example.org`, `Release`. */
  kind: string;
  state: AuthorPost['state'];
  /** `Live`, `Scheduled`. */
  stateLabel: string;
  /** Typed since the readers' version. A draft has none that readers could miss. */
  hasChanges: boolean;
  /** When it was or will be published, or came into the bin. */
  at: Moment | null;
  /** How long until then, `in 3 days`. */
  countdown: string | null;
  changedAt: Moment;
  tags: { name: string; href: string }[];
  author: string | null;
  /** Null for who may not edit it. */
  editHref: string | null;
  /** Null unless readers can see it. */
  viewHref: string | null;
  canDelete: boolean;
};

const stateLabels: Record<AuthorPost['state'], string> = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  live: 'Live',
  binned: 'In the bin',
};

/** A post as a row. */
export function toListRow(post: AuthorPost, dates: DateStyle, now: Date): ListRow {
  const { state, address } = post;
  const at = state === 'binned' ? post.deletedAt : state === 'draft' ? null : post.publishedAt;
  return {
    id: post.id,
    title: post.title,
    isUntitled: post.isUntitled,
    excerpt: post.excerpt,
    kind: kindText(post),
    state,
    stateLabel: stateLabels[state],
    hasChanges: post.hasChanges && (state === 'live' || state === 'scheduled'),
    at: at && momentOf(at, dates, now, state === 'scheduled'),
    countdown: state === 'scheduled' && at ? countdown(at, now) : null,
    changedAt: momentOf(post.changedAt, dates, now),
    tags: post.tags.map(({ slug, name }) => ({ name, href: dashboardUrls.posts({ tag: slug }) })),
    author: post.author,
    editHref: post.canEdit && state !== 'binned' ? dashboardUrls.post(post.id) : null,
    viewHref: address ? urls.post(address) : null,
    canDelete: post.canDelete,
  };
}

function kindText({ kind, beatType: type, domain }: AuthorPost): string {
  const label = kind === 'beat' && type ? beatType(type).label : kinds[kind].label;
  const name = label.charAt(0).toUpperCase() + label.slice(1);
  return kind === 'blogmark' && domain ? `${name} to ${domain}` : name;
}

/** Today's by their time, others by their day; both where the minute matters. */
export function momentOf(instant: Date, dates: DateStyle, now: Date, isExact = false): Moment {
  const day = dayInZone(instant, dates.timeZone);
  const isToday = day === dayInZone(now, dates.timeZone);
  const time = formatTime(instant, dates);
  const date = formatDayHeading(day, dates.locale);
  const text = isExact ? `${date}, ${time}` : isToday ? time : date;
  return { text, dateTime: instant.toISOString() };
}

const units = [
  { name: 'minute', ms: 60_000, until: 60 },
  { name: 'hour', ms: 3_600_000, until: 48 },
  { name: 'day', ms: 86_400_000, until: Number.POSITIVE_INFINITY },
];

/** `in 5 minutes`, `in 3 days`; `now` for what is due. */
export function countdown(at: Date, now: Date): string {
  const ms = at.getTime() - now.getTime();
  if (ms <= 0) return 'now';
  for (const { name, ms: unit, until } of units) {
    const count = Math.max(1, Math.round(ms / unit));
    if (count < until) return `in ${count} ${count === 1 ? name : `${name}s`}`;
  }
  return '';
}
