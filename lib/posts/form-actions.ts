// What the editor's form does where no script runs. A form has one action, whichever of its buttons
// is pressed: only then does the framework bring the answer back to it.
'use server';

import { z } from 'zod';
import { type ActionState, idle } from '../actions';
import { authorAction } from '../auth/author-action';
import type { Discarded, PreviewKey, SavedPost } from './editing';
import { editorActions } from './editor-actions';

const intents = Object.keys(editorActions) as (keyof typeof editorActions)[];

type Answer = ActionState<SavedPost | Discarded | PreviewKey | null>;

/** Does what the pressed button is for; the action behind it asks again who may. */
export const editPost = authorAction(
  { permission: 'post:create', input: z.object({ intent: z.enum(intents) }), updatesItself: true },
  async ({ intent }, _actor, form): Promise<Answer> => editorActions[intent](idle, form),
);
