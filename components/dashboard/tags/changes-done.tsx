import { Notice } from '@/components/ui/notice';
import type { ToldChange } from '@/lib/tags/told-changes';
import { UndoOffer } from './undo-offer';

/** What has just been done, told on the page to which that led. */
export function ChangesDone({ changes }: { changes: ToldChange[] }) {
  const inForce = changes.filter(({ isUndone }) => !isUndone);
  if (changes.length === 0) return null;
  if (inForce.length === 0)
    return (
      <Notice>
        <p>Taken back.</p>
      </Notice>
    );
  return (
    <UndoOffer
      message={inForce.map(({ sentence }) => sentence).join(' ')}
      changes={inForce.map(({ id }) => id)}
    />
  );
}
