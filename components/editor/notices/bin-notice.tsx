'use client';

import { Notice } from '../../ui/notice';
import { useFacts } from '../editor-context';
import { AskFirst, type AskFirstProps, askButton } from '../publish/ask-first';
import { IntentButton } from '../publish/intent-button';

/** A post in the bin can be read here, and brought back or deleted for good. */
export function BinNotice() {
  const { isBinned } = useFacts();
  if (!isBinned) return null;
  return (
    <Notice kind="warning">
      <p>This post is in the bin. Nobody else sees it, and it cannot be changed here.</p>
      <div className="button-row">
        <IntentButton intent="restore" variant="primary">
          Restore
        </IntentButton>
        {askButton(question)}
      </div>
      <AskFirst {...question} />
    </Notice>
  );
}

const question: AskFirstProps = {
  intent: 'deleteForGood',
  label: 'Delete for good…',
  title: 'Delete this post for good?',
  text: 'Its text, its history and its addresses are gone then. This cannot be taken back.',
  confirm: 'Delete for good',
};
