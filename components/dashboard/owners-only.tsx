import { EmptyState } from '@/components/ui/empty-state';

/** For a page that an author has come to and may not use. */
export function OwnersOnly({ what }: { what: string }) {
  return (
    <>
      <h1>Not yours to change</h1>
      <EmptyState title={`Only owners of this site may ${what}.`}>
        <p>Ask one of them, or go on with your posts.</p>
      </EmptyState>
    </>
  );
}
