'use client';

import { type FormEvent, useActionState, useCallback, useRef, useState } from 'react';
import { idle } from '@/lib/actions';
import type { EditorState } from '@/lib/posts/editing';
import { type EditorActions, type EditorFormAction, type Intent, isIntent } from './editor-actions';
import { EditorProvider, type EditorSite } from './editor-context';
import { EditorSheet } from './editor-sheet';
import { firstState } from './first-state';
import { Knowledge } from './knowledge';
import { BinNotice } from './notices/bin-notice';
import { ConflictNotice } from './notices/conflict-notice';
import { RemovedNotice } from './notices/removed-notice';
import { RestoreNotice } from './notices/restore-notice';
import { ResultNotice } from './notices/result-notice';
import { TheirsNotice } from './notices/theirs-notice';
import { perform as performWith } from './perform';
import { PreviewPane } from './preview/preview-pane';
import { PublishBar } from './publish/publish-bar';
import { openPublishDialog } from './publish/publish-dialog';
import { usePageKeys } from './use-page-keys';
import { useEditorSession } from './use-session';

type PostEditorProps = {
  state: EditorState;
  /** What a form without script calls its editor: a uuid. */
  editor: string;
  personId: number;
  actions: EditorActions;
  /** What the form does where no script runs. */
  formAction: EditorFormAction;
  site: EditorSite;
};

/** A post being written: a form that works as it is and, with scripts, keeps by itself what is typed. */
export function PostEditor({
  state,
  editor,
  personId,
  actions,
  formAction,
  site,
}: PostEditorProps) {
  const form = useRef<HTMLFormElement>(null);
  const [answer, answerForm] = useActionState(formAction, idle);
  const result = answer.status === 'idle' ? null : { intent: null, state: answer };
  // Once: from then on the form itself knows best.
  const [first] = useState(() => firstState(state, result));
  const session = useEditorSession(form, first, personId);
  const [isPreviewShown, setPreviewShown] = useState(false);

  const perform = useCallback(
    (intent: Intent) => {
      if (session) void performWith(session, actions, intent);
    },
    [session, actions],
  );
  const togglePreview = useCallback(() => setPreviewShown((isShown) => !isShown), []);
  usePageKeys({
    save: useCallback(() => {
      if (session?.facts.get().status === 'draft') perform('saveDraft');
      else session?.keepForUpdate();
    }, [session, perform]),
    publish: useCallback(() => {
      if (session?.facts.get().status === 'draft') openPublishDialog();
      else perform('update');
    }, [session, perform]),
    togglePreview,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (session === null) return;
    event.preventDefault();
    const { nativeEvent } = event;
    const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : '';
    if (isIntent(intent)) perform(intent);
  };

  return (
    <EditorProvider value={{ kind: first.kind, session, first, perform, site }}>
      <form
        ref={form}
        className={`editor is-${first.kind}`}
        data-live={session === null ? undefined : ''}
        data-preview={isPreviewShown ? '' : undefined}
        action={answerForm}
        onSubmit={submit}
        // Checked by the server, which takes drafts with half an address.
        noValidate
        // What the server knows is newer than what the browser remembers.
        autoComplete="off"
      >
        {/* The first button of a form is what Enter presses in a field; this one does nothing. */}
        <button type="submit" disabled hidden />
        <Knowledge editor={editor} />
        <PublishBar
          isPreviewShown={isPreviewShown}
          onTogglePreview={session === null ? null : togglePreview}
        />
        <div className="editor-notices">
          <BinNotice />
          <ResultNotice before={result} />
          <TheirsNotice before={result} />
          <ConflictNotice />
          <RestoreNotice />
          <RemovedNotice />
        </div>
        <div className="editor-main">
          <EditorSheet before={result} />
          {isPreviewShown && <PreviewPane />}
        </div>
      </form>
    </EditorProvider>
  );
}
