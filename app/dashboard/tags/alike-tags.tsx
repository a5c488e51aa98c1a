import { NearDuplicates } from '@/components/dashboard/tags/near-duplicates';
import { EmptyState } from '@/components/ui/empty-state';
import { listNearDuplicates } from '@/lib/tags/near-duplicates';

const shown = 100;

/** Tags that may be two names of one thing. */
export async function AlikeTags() {
  const { pairs, total } = await listNearDuplicates(shown);
  if (total === 0) return <EmptyState title="No two tags look alike." />;
  return (
    <>
      <p className="lead">
        {total === 1 ? 'One pair of tags looks' : `${total} pairs of tags look`} like two names of
        one thing.
        {total > shown && ` These are the ${shown} most alike and most used.`}
      </p>
      <NearDuplicates pairs={pairs} />
    </>
  );
}
