'use client';

import { useActionState } from 'react';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormAction, idle } from '@/lib/actions';
import type { PasteReport } from '@/lib/redirects/paste';

/** Many redirects at once. Lines that were not taken stay in the field, to be mended. */
export function PasteForm({ action }: { action: FormAction<PasteReport> }) {
  const [state, formAction] = useActionState(action, idle);
  const problems = state.status === 'ok' ? state.data.problems : [];
  const lines =
    state.status === 'invalid'
      ? state.values.lines
      : problems.map((problem) => problem.text).join('\n');
  return (
    <form action={formAction} className="form">
      <div aria-live="polite" className="action-notice">
        {state.status !== 'idle' && (
          <Notice kind={state.status !== 'ok' ? 'error' : problems.length > 0 ? 'warning' : 'done'}>
            <p>{state.message}</p>
            {problems.length > 0 && (
              <ul className="paste-report">
                {problems.map(({ number, text, message }) => (
                  <li key={number}>
                    Line {number}: <code>{text}</code>
                    <br />
                    {message}
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        )}
      </div>
      <Field
        as="textarea"
        label="Many at once"
        name="lines"
        rows={6}
        required
        hint="A line each: from, a blank, to."
        placeholder={'/old-page/ /new-page/\nold.example.org/post/1 /2026/Jan/15/a-post/'}
        className="verbatim"
        spellCheck={false}
        autoCapitalize="none"
        defaultValue={lines}
      />
      <SubmitButton pendingLabel="Saving…">Save all lines</SubmitButton>
    </form>
  );
}
