'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { idle } from '@/lib/actions';
import { undo } from '@/lib/tags/actions';
import type { ToldChange } from '@/lib/tags/told-changes';
import { ActionNotice } from '../action-notice';
import { useFocusAfter } from './use-focus-after';

/** What was done to tags, the last first, each with a button that takes it back. */
export function TagHistory({ changes }: { changes: ToldChange[] }) {
  const [state, formAction] = useActionState(undo, idle);
  const form = useFocusAfter(state);
  if (changes.length === 0) return <p className="lead">Nothing yet.</p>;
  return (
    <form action={formAction} ref={form} tabIndex={-1}>
      <ActionNotice state={state} />
      <ol className="tag-history">
        {changes.map(({ id, sentence, at, when, by, isUndone }) => (
          <li key={id}>
            <p>
              {sentence}
              <span className="tag-note">
                {' '}
                <time dateTime={at}>{when}</time>
                {by && `, ${by}`}
              </span>
            </p>
            {isUndone ? (
              <p className="tag-note">Taken back</p>
            ) : (
              <Button type="submit" name="changes" value={id} aria-label={`Undo: ${sentence}`}>
                Undo
              </Button>
            )}
          </li>
        ))}
      </ol>
    </form>
  );
}
