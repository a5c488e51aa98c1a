'use client';

import { Notice } from '../../ui/notice';
import { useFacts } from '../editor-context';

/** What readers do not get of what was written, because a browser could be harmed by it. */
export function RemovedNotice() {
  const { removed } = useFacts();
  if (removed.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>
        Taken out for readers’ safety:{' '}
        {removed.map(({ what, count }, index) => (
          <span key={what}>
            {index > 0 && ', '}
            <code>{what}</code>
            {count > 1 && ` (${count} times)`}
          </span>
        ))}
        . The text here still has it.
      </p>
    </Notice>
  );
}
