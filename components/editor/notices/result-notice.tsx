'use client';

import { useEffect, useRef } from 'react';
import type { ActionState } from '@/lib/actions';
import type { Discarded } from '@/lib/posts/editing';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Result } from '../editor-actions';
import { useEditor, useFacts, useSession } from '../editor-context';
import { IntentButton } from '../publish/intent-button';

/** What came of the last thing that was asked, and how to take it back. */
export function ResultNotice({ before }: { before: Result | null }) {
  const result = useSession((session) => session.result, before) ?? before;
  const { session } = useEditor();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result === null || result.state.status === 'idle') return;
    place.current?.scrollIntoView({ block: 'nearest' });
    if (result.state.status !== 'invalid') return;
    const [first] = Object.keys(result.state.fields);
    if (first !== undefined) session?.form.focus(first);
  }, [result, session]);
  return (
    <div ref={place} aria-live="polite" className="action-notice">
      {result && result.state.status !== 'idle' && <ResultBox {...result} state={result.state} />}
    </div>
  );
}

type Answer = Exclude<ActionState<unknown>, { status: 'idle' }>;

function ResultBox({ intent, state }: Result & { state: Answer }) {
  const { session } = useEditor();
  const { publicUrl } = useFacts();
  const isOk = state.status === 'ok';
  const discarded = isOk && isDiscarded(state.data) ? state.data.discarded : null;
  const isLive = /https?:\/\/\S+$/.test(state.message);
  // The address is a link beside the sentence.
  const message = state.message.replace(/ (?:at )?https?:\/\/\S+$/, '');
  return (
    <Notice kind={isOk ? 'done' : 'error'}>
      <div className="result-notice">
        <p>{/[.!?]$/.test(message) ? message : `${message}.`}</p>
        {isOk && isLive && publicUrl && (
          <a href={publicUrl} target="_blank" rel="noopener">
            {publicUrl}
          </a>
        )}
        {isOk && intent === 'bin' && <IntentButton intent="restore">Undo</IntentButton>}
        {discarded && <Button onClick={() => session?.write(discarded)}>Undo</Button>}
        {session && (
          <button
            type="button"
            className="notice-close"
            aria-label="Close this notice"
            onClick={() => session.result.set(null)}
          >
            ×
          </button>
        )}
      </div>
    </Notice>
  );
}

const isDiscarded = (data: unknown): data is Discarded =>
  typeof data === 'object' && data !== null && 'discarded' in data;
