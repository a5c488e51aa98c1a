'use client';

import Link from 'next/link';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { Button } from '../../ui/button';
import { useFacts } from '../editor-context';
import { IntentButton } from './intent-button';
import { PostMenu } from './post-menu';
import { PublishDialog } from './publish-dialog';
import { SavingLine, useHasChanges } from './saving-line';

type PublishBarProps = {
  isPreviewShown: boolean;
  onTogglePreview: (() => void) | null;
};

/** Stands at the top of the window, where no keyboard comes up and no thumb rests. */
export function PublishBar({ isPreviewShown, onTogglePreview }: PublishBarProps) {
  const { isBinned } = useFacts();
  return (
    <div className="publish-bar">
      <Link
        className="back-link"
        href={dashboardUrls.posts()}
        prefetch={false}
        aria-label="Back to the posts"
      >
        ‹<span className="back-to"> Posts</span>
      </Link>
      <SavingLine />
      {!isBinned && (
        <div className="publish-buttons">
          {onTogglePreview && (
            <Button
              aria-pressed={isPreviewShown}
              onClick={onTogglePreview}
              className="preview-toggle"
            >
              Preview
            </Button>
          )}
          <SaveButtons />
          <PostMenu />
        </div>
      )}
    </div>
  );
}

function SaveButtons() {
  const { status } = useFacts();
  const hasChanges = useHasChanges();
  if (status === 'draft')
    return (
      <>
        <IntentButton intent="saveDraft" pendingLabel="Saving…" className="save-button">
          Save
        </IntentButton>
        <PublishDialog />
      </>
    );
  return (
    <IntentButton
      intent="update"
      variant={hasChanges ? 'primary' : 'plain'}
      pendingLabel="Updating…"
    >
      Update
    </IntentButton>
  );
}
