// The actions that an editor is given by its page.
import {
  bin,
  deleteForGood,
  discardChanges,
  publish,
  renewPreview,
  restore,
  revokePreview,
  saveDraft,
  schedule,
  unpublish,
  update,
} from './actions';

export const editorActions = {
  saveDraft,
  publish,
  schedule,
  update,
  unpublish,
  bin,
  restore,
  deleteForGood,
  discardChanges,
  renewPreview,
  revokePreview,
};
