import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { ListStatus } from '@/lib/posts/author-filter';

type EmptyListProps = { status: ListStatus | null; isNarrowed: boolean; hasPlace: boolean };

const reasons: Record<ListStatus, { title: string; help: string }> = {
  draft: {
    title: 'No drafts',
    help: 'What you begin and do not publish waits here. Nothing typed is lost.',
  },
  scheduled: {
    title: 'Nothing is scheduled',
    help: 'A post with a time to come stands here until it goes live by itself.',
  },
  changed: {
    title: 'No unpublished changes',
    help: 'What you type into a live post is kept apart, and listed here, until you update it.',
  },
  live: { title: 'Nothing is live yet', help: 'What you publish is listed here.' },
  binned: {
    title: 'The bin is empty',
    help: 'What you move to the bin can be restored until you delete it for good.',
  },
};

/** Why the list is empty, and what to do about it. */
export function EmptyList({ status, isNarrowed, hasPlace }: EmptyListProps) {
  if (hasPlace)
    return (
      <EmptyState title="Nothing on this page">
        <p>The posts that were here have moved.</p>
        <ButtonLink href={dashboardUrls.posts({ status })}>Back to the first page</ButtonLink>
      </EmptyState>
    );
  if (isNarrowed)
    return (
      <EmptyState title="No post matches">
        <p>All words have to be in its title, its address or its first line. Try fewer.</p>
        <ButtonLink href={dashboardUrls.posts({ status })}>Remove the filters</ButtonLink>
      </EmptyState>
    );
  if (status !== null)
    return (
      <EmptyState title={reasons[status].title}>
        <p>{reasons[status].help}</p>
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing written yet">
      <p>A note is the quickest to write; a link needs nothing but its address.</p>
      <div className="button-row">
        <ButtonLink href={dashboardUrls.newPost('note')} variant="primary">
          Write a note
        </ButtonLink>
        <ButtonLink href={dashboardUrls.newPost('blogmark')}>Post a link</ButtonLink>
        <ButtonLink href={dashboardUrls.newPost('entry')}>Begin an entry</ButtonLink>
      </div>
    </EmptyState>
  );
}
