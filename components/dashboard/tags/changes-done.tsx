import type { ToldChange } from '@/lib/tags/told-changes';
import { UndoOffer } from './undo-offer';

/** What has just been done, told on the page to which that led. */
export function ChangesDone({ changes }: { changes: ToldChange[] }) {
  if (changes.length === 0) return null;
  const inForce = changes.filter(({ isUndone }) => !isUndone);
  return (
    <UndoOffer
      key={changes.map(({ id }) => id).join()}
      message={inForce.map(({ sentence }) => sentence).join(' ')}
      changes={inForce.map(({ id }) => id)}
      isUndone={inForce.length === 0}
    />
  );
}
