// What the editor can ask of the server, and how the answers are told apart.
import type { ActionState, FormAction } from '@/lib/actions';
import type { Discarded, PreviewKey, SavedPost } from '@/lib/posts/editing';

/** The server actions, handed down by the page (lib/posts/actions.ts). */
export type EditorActions = {
  saveDraft: FormAction<SavedPost>;
  publish: FormAction<SavedPost>;
  schedule: FormAction<SavedPost>;
  update: FormAction<SavedPost>;
  unpublish: FormAction<SavedPost>;
  bin: FormAction<SavedPost>;
  restore: FormAction<SavedPost>;
  deleteForGood: FormAction;
  discardChanges: FormAction<Discarded>;
  renewPreview: FormAction<PreviewKey>;
  revokePreview: FormAction<PreviewKey>;
};

/** The one action of the form itself, which does what the pressed button is for. */
export type EditorFormAction = FormAction<SavedPost | Discarded | PreviewKey | null>;

export type Intent = keyof EditorActions;

/** Those that store the form. */
const savingIntents = ['saveDraft', 'publish', 'schedule', 'update'] as const;
/** Those that change the post and leave its text. */
const movingIntents = ['unpublish', 'bin', 'restore'] as const;
const previewIntents = ['renewPreview', 'revokePreview'] as const;

export type SavingIntent = (typeof savingIntents)[number];

const isOneOf =
  <Name extends string>(names: readonly Name[]) =>
  (name: string): name is Name =>
    names.some((one) => one === name);

export const isSavingIntent = isOneOf(savingIntents);

const intents: readonly Intent[] = [
  ...savingIntents,
  ...movingIntents,
  ...previewIntents,
  'deleteForGood',
  'discardChanges',
];
export const isIntent = isOneOf(intents);

/** What came of the last thing that was asked; null for an answer to a form without script. */
export type Result = { intent: Intent | null; state: ActionState<unknown> };

/** The name under which a pressed button tells what it is for. */
export const intentName = 'intent';
