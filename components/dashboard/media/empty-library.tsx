import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { type MediaFilter, mediaQuery } from '@/lib/media/filter';

type EmptyLibraryProps = { filter: MediaFilter; mayUpload: boolean };

/** Why there is nothing to see, and what to do about it. */
export function EmptyLibrary({ filter, mayUpload }: EmptyLibraryProps) {
  const { text, kind, month, isBin, isUnused, view } = filter;
  if (text !== '' || kind !== null || month !== null)
    return (
      <EmptyState title="No file matches">
        <p>The words have to be in its name, in what it shows or in its caption.</p>
        <ButtonLink href={dashboardUrls.media(mediaQuery({ isBin, isUnused, view }))}>
          Remove the filters
        </ButtonLink>
      </EmptyState>
    );
  if (isBin)
    return (
      <EmptyState title="The bin is empty">
        <p>What you move to the bin can be restored until you delete it for good.</p>
      </EmptyState>
    );
  if (isUnused) return <EmptyState title="Every file is used somewhere" />;
  return (
    <EmptyState title="No files yet">
      {mayUpload && <p>Drop pictures, films, recordings or any other file on this page.</p>}
    </EmptyState>
  );
}
