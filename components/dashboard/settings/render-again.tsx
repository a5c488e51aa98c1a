'use client';

import { useActionState, useEffect, useRef } from 'react';
import { ActionNotice } from '@/components/dashboard/action-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormAction, idle } from '@/lib/actions';
import type { RerenderStep } from '@/lib/posts/rerender-step';

/**
 * Renders every post again, some at a time. With scripts one step calls for the next; without them
 * the button does.
 */
export function RenderAgain({ action }: { action: FormAction<RerenderStep> }) {
  const [state, formAction, isPending] = useActionState(action, idle);
  const form = useRef<HTMLFormElement>(null);
  const step = state.status === 'ok' ? state.data : null;
  const after = step?.after ?? null;
  useEffect(() => {
    if (after !== null) form.current?.requestSubmit();
  }, [after]);
  return (
    <section aria-labelledby="render-again" className="render-again">
      <h2 id="render-again">Render posts again</h2>
      <p className="lead">
        Posts are rendered when they are saved. After a change of the language, the own hosts or
        typographic quotes, this takes it into the posts there are. Nothing that was written
        changes. For thousands of posts <code>npm run rerender -- --all</code> is faster.
      </p>
      <form action={formAction} ref={form} className="form">
        <input type="hidden" name="after" value={after ?? 0} />
        <ActionNotice state={state} />
        {step && (isPending || after !== null) && (
          <progress value={step.done} max={step.total} aria-label="Posts rendered again" />
        )}
        <SubmitButton variant="plain" pendingLabel="Rendering…">
          {after === null ? 'Render all posts again' : 'Go on'}
        </SubmitButton>
      </form>
    </section>
  );
}
