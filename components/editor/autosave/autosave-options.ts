// What the machine that autosaves is given to work with.
import type { FormValues } from '@/lib/actions';
import type { EditorKnowledge } from '@/lib/posts/editing';
import type { CopyKeeper } from './copy-keeper';
import type { SavingState } from './saving-state';
import type { Send } from './transport';

export type AutosaveOptions = {
  knowledge: EditorKnowledge;
  /** What the server holds, the working copy included. */
  confirmed: FormValues;
  /** Since when it does, in milliseconds since 1970. */
  savedAt?: number | null;
  personId: number;
  send: Send;
  keeper: CopyKeeper;
  /** Between 0 and 1. */
  chance?: () => number;
  onChange: (state: SavingState) => void;
};
