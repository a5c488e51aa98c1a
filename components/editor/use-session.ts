'use client';

import { type RefObject, useEffect, useState } from 'react';
import { guardLeaving } from '@/components/ui/guard-leaving';
import type { EditorState } from '@/lib/posts/editing';
import { openCopies } from './autosave/open-copies';
import { wouldLose } from './autosave/saving-state';
import { liveForm } from './live-form';
import { EditorSession } from './session';

const unkept =
  'What you wrote is neither on the server nor kept by this browser: it would be lost.';

/** The session of the form on this page; null on the server and until the form is taken over. */
export function useEditorSession(
  form: RefObject<HTMLFormElement | null>,
  state: EditorState,
  personId: number,
): EditorSession | null {
  const [session, setSession] = useState<EditorSession | null>(null);
  useEffect(() => {
    if (form.current === null) return;
    // The browser's Back may show what the router remembers of an earlier moment.
    if (EditorSession.isStale(state)) {
      window.location.reload();
      return;
    }
    const opened = new EditorSession({
      state,
      personId,
      form: liveForm(form.current, state.kind),
      copies: openCopies(),
    });
    const end = opened.start();
    setSession(opened);
    const release = guardLeaving(() => (wouldLose(opened.saving.get()) ? unkept : null));
    return () => {
      release();
      end();
    };
  }, [form, state, personId]);
  return session;
}
