import { dashboardUrls } from '@/lib/dashboard-urls';
import { ButtonLink } from '../ui/button';
import { EmptyState } from '../ui/empty-state';

/** What somebody sees who may not edit a post. */
export function ForeignPost({ publicUrl }: { publicUrl: string | null }) {
  return (
    <EmptyState title="This post belongs to somebody else">
      <p>Its author, or an owner of the site, can change it.</p>
      <div className="button-row">
        <ButtonLink href={dashboardUrls.posts()}>Your posts</ButtonLink>
        {publicUrl && <a href={publicUrl}>Read it</a>}
      </div>
    </EmptyState>
  );
}
