import { NearDuplicates } from '@/components/dashboard/tags/near-duplicates';
import { listNearDuplicates } from '@/lib/tags/near-duplicates';

const shown = 100;

/** Tags that may be two names of one thing. */
export async function AlikeTags() {
  const { pairs, total } = await listNearDuplicates(shown);
  return <NearDuplicates pairs={pairs} total={total} />;
}
