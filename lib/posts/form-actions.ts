// What the editor's form does where no script runs. A form has one action, whichever of its buttons
// is pressed: only then does the framework bring the answer back to it.
'use server';

import { z } from 'zod';
import { type ActionState, type FormAction, idle } from '../actions';
import type { Actor } from '../auth/actor';
import { authorAction, textsOf } from '../auth/author-action';
import { withTextGivenBack } from './action-answers';
import type { Discarded, PreviewKey, SavedPost } from './editing';
import { editorActions } from './editor-actions';

const intents = Object.keys(editorActions) as (keyof typeof editorActions)[];

type Done = SavedPost | Discarded | PreviewKey | null;

const input = z.object({ intent: z.enum(intents) });

/** The page is made anew by its answer: what was refused is lost unless it comes with it. */
function formAction(
  run: (
    pressed: z.output<typeof input>,
    actor: Actor,
    form: FormData,
  ) => Promise<ActionState<Done>>,
): FormAction<Done> {
  const act = authorAction({ permission: 'post:create', input, updatesItself: true }, run);
  return async (state, form) => withTextGivenBack(await act(state, form), textsOf(form));
}

/** Does what the pressed button is for; the action behind it asks again who may. */
export const editPost = formAction(({ intent }, _actor, form) => editorActions[intent](idle, form));
