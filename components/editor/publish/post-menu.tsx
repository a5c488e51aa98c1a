'use client';

import Link from 'next/link';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { Menu } from '../../ui/menu';
import { useFacts } from '../editor-context';
import { AskFirst, type AskFirstProps, askButton } from './ask-first';
import { IntentButton } from './intent-button';
import { useHasChanges } from './saving-line';

/** What is rarely wanted, and at its end, after a question, what takes something away. */
export function PostMenu() {
  const { postId, status, publicUrl } = useFacts();
  const hasChanges = useHasChanges();
  if (postId === null) return null;
  const isPublic = status !== 'draft';
  return (
    <>
      <Menu
        label={
          <>
            <span aria-hidden="true">⋯</span>
            <span className="visually-hidden">More</span>
          </>
        }
      >
        {status === 'draft' && (
          <li className="only-narrow">
            <IntentButton intent="saveDraft">Save</IntentButton>
          </li>
        )}
        {publicUrl && (
          <li>
            <a href={publicUrl} target="_blank" rel="noopener">
              View live
            </a>
          </li>
        )}
        <li>
          <Link href={dashboardUrls.versions(postId)} prefetch={false}>
            History
          </Link>
        </li>
        {status === 'scheduled' && (
          <li>
            <IntentButton intent="publish">Publish now</IntentButton>
          </li>
        )}
        {isPublic && hasChanges && <li>{askButton(questions.discardChanges)}</li>}
        {isPublic && <li>{askButton(questions.unpublish)}</li>}
        <li>{askButton(questions.bin)}</li>
      </Menu>
      {Object.values(questions).map((question) => (
        <AskFirst key={question.intent} {...question} />
      ))}
    </>
  );
}

const questions = {
  discardChanges: {
    intent: 'discardChanges',
    label: 'Discard changes…',
    title: 'Discard the unpublished changes?',
    text: 'The form goes back to what readers see. You can have the changes back right after.',
    confirm: 'Discard changes',
  },
  unpublish: {
    intent: 'unpublish',
    label: 'Back to draft…',
    title: 'Make it a draft again?',
    text: 'It goes from the site, from feeds and from search. The text and its history stay here.',
    confirm: 'Back to draft',
  },
  bin: {
    intent: 'bin',
    label: 'Move to the bin…',
    title: 'Move this post to the bin?',
    text: 'It goes from the site, from feeds and from search. It can be restored from the bin.',
    confirm: 'Move to the bin',
  },
} satisfies Record<string, AskFirstProps>;
