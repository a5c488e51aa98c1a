'use client';

import { useActionState } from 'react';
import { type FormAction, idle } from '@/lib/actions';
import type { EditorActions, Result } from './editor-actions';

/**
 * The actions as forms take them where no script runs, and what came of the one that such a form
 * has called: the page is then made anew, with its answer.
 */
export function useActions(actions: EditorActions) {
  const states = {
    saveDraft: useAction(actions.saveDraft),
    publish: useAction(actions.publish),
    schedule: useAction(actions.schedule),
    update: useAction(actions.update),
    unpublish: useAction(actions.unpublish),
    bin: useAction(actions.bin),
    restore: useAction(actions.restore),
    deleteForGood: useAction(actions.deleteForGood),
    discardChanges: useAction(actions.discardChanges),
    renewPreview: useAction(actions.renewPreview),
    revokePreview: useAction(actions.revokePreview),
  };
  const results: Result[] = [
    { intent: 'saveDraft', state: states.saveDraft.state },
    { intent: 'publish', state: states.publish.state },
    { intent: 'schedule', state: states.schedule.state },
    { intent: 'update', state: states.update.state },
    { intent: 'unpublish', state: states.unpublish.state },
    { intent: 'bin', state: states.bin.state },
    { intent: 'restore', state: states.restore.state },
    { intent: 'deleteForGood', state: states.deleteForGood.state },
    { intent: 'discardChanges', state: states.discardChanges.state },
    { intent: 'renewPreview', state: states.renewPreview.state },
    { intent: 'revokePreview', state: states.revokePreview.state },
  ];
  return {
    result: results.find(({ state }) => state.status !== 'idle') ?? null,
    formActions: {
      saveDraft: states.saveDraft.action,
      publish: states.publish.action,
      schedule: states.schedule.action,
      update: states.update.action,
      unpublish: states.unpublish.action,
      bin: states.bin.action,
      restore: states.restore.action,
      deleteForGood: states.deleteForGood.action,
      discardChanges: states.discardChanges.action,
      renewPreview: states.renewPreview.action,
      revokePreview: states.revokePreview.action,
    },
  };
}

function useAction<Data>(action: FormAction<Data>) {
  const [state, run] = useActionState(action, idle);
  return { state, action: run };
}
