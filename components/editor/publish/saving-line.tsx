'use client';

import { dashboardUrls } from '@/lib/dashboard-urls';
import { describeSaving, type SavingState } from '../autosave/saving-state';
import { useFacts, useSession } from '../editor-context';
import { localTime, zonedTime } from './times';

const untouched: SavingState = { name: 'untouched', kept: { status: 'none' } };

/** How things stand with the post and with what is typed, always and in words. */
export function SavingLine() {
  const saving = useSession((session) => session.saving, untouched);
  const words = describeSaving(saving, localTime);
  const isRoutine = ['untouched', 'saved', 'saving'].includes(saving.name);
  return (
    <p className={`saving-line is-${saving.name}`}>
      <span className="post-state">
        <PostState />
      </span>
      {words && (
        <>
          <span className="between"> · </span>
          <span className="saving-state">{words}</span>
        </>
      )}
      {saving.name === 'signed-out' && (
        <a href={dashboardUrls.signIn(dashboardUrls.home())} target="_blank" rel="noopener">
          Sign in (new tab)
        </a>
      )}
      {/* Listeners are told of trouble; that all goes well every two seconds would be noise. */}
      <span className="visually-hidden" role="status">
        {isRoutine ? '' : words}
      </span>
    </p>
  );
}

function PostState() {
  const { status, isBinned, publishedAt, timeZone } = useFacts();
  const hasChanges = useHasChanges();
  if (isBinned) return 'In the bin';
  if (status === 'draft') return 'Draft';
  if (status === 'scheduled')
    return (
      <>
        Scheduled
        {publishedAt && <span className="post-time"> for {zonedTime(publishedAt, timeZone)}</span>}
        {hasChanges && ', with changes not yet taken over'}
      </>
    );
  return hasChanges ? 'Live, with unpublished changes' : 'Live';
}

/** Whether the form says something else than the post. */
export function useHasChanges(): boolean {
  const { hasUnsavedChanges, savedValues } = useFacts();
  const values = useSession<Record<string, string> | null>((session) => session.values, null);
  if (values === null) return hasUnsavedChanges;
  return Object.entries(values).some(([name, text]) => (savedValues[name] ?? '') !== text);
}
