// What the editor's page is given, and what the route handlers that it speaks to take and answer.
// Types alone, the same on both sides.
//
// How writing goes. A post has at most one working copy, the form as somebody left it, unchecked.
// Autosaving writes that copy and nothing else; the post itself changes only by a real save, which
// drops the copy. `version` counts the post's changes, `revision` names one state of the copy (0
// where the editor knows none). An editor, one open page, sends with every request what it last
// knew of both; who knows less than is stored is in conflict and loses nothing. It has one autosave
// under way at a time and lets it end before a real save.

import type { FormValues } from '../actions';
import type { PostStatus } from '../db/schema';
import type { Removal } from '../markdown/render';
import type { Choice } from './form-fields';
import type { PostKind } from './kinds';

export type EditorState = {
  /** Null for a post that is not stored yet: the first autosave or save makes it. */
  postId: number | null;
  /** Makes the first request that stores the post safe to repeat. A uuid. */
  draftKey: string;
  kind: PostKind;
  status: PostStatus;
  isBinned: boolean;
  /** Whether it was ever public: then its kind is fixed and its address leads readers here. */
  wasPublished: boolean;
  version: number;
  revision: number;
  /** The working copy where there is one, else the post. */
  values: FormValues;
  /** The post itself. */
  savedValues: FormValues;
  /** Whether there is a working copy that differs from the post. */
  hasUnsavedChanges: boolean;
  /** Who wrote the working copy last and when (ISO 8601). */
  editedBy: { name: string | null; savedAt: string } | null;
  /** The instant of publication (ISO 8601), planned or past. */
  publishedAt: string | null;
  updatedAt: string | null;
  /** For `dashboardUrls.preview`; null where the secret link is off. */
  previewKey: string | null;
  /** Absolute; null unless the post is public now. */
  publicUrl: string | null;
  /** What the sanitiser took out of the saved post. */
  removed: Removal[];
  wordCount: number;
  /** The zone in which `values.publishedAt` is written. */
  timeZone: string;
  series: Choice[];
};

/** What an editor says of itself with every request, real saves included (as hidden fields). */
export type EditorKnowledge = {
  postId: number | null;
  draftKey: string;
  kind: PostKind;
  /** The open page, a uuid made when it was opened. */
  editor: string;
  /** The last revision that it knows of the working copy; 0 for none. */
  revision: number;
  /** The last version that it knows of the post. */
  baseVersion: number;
};

/** `POST /api/autosave/` as JSON. `sequence` counts the editor's writes from 1. */
export type AutosaveRequest = EditorKnowledge & { sequence: number; values: FormValues };

/** What somebody else has written that an editor did not know. */
export type TheirText = {
  postId: number;
  theirs: FormValues;
  theirVersion: number;
  theirRevision: number;
};

export type AutosaveAnswer =
  | { status: 'saved'; postId: number; version: number; revision: number; savedAt: string }
  /** A later write of the same editor is stored, or this very one: nothing is lost. */
  | { status: 'superseded'; postId: number; version: number; revision: number; savedAt: string }
  /** Not stored. To keep one's own, send again with their revision and version. */
  | (TheirText & { status: 'conflict'; by: { name: string } | null; savedAt: string })
  /** Deleted, or in the bin. */
  | { status: 'gone' };

/** Every route handler of the editor answers a failure as `{ error }` with its status code. */
export type EditorFailure = {
  error: 'signed-out' | 'forbidden' | 'cross-site' | 'too-large' | 'malformed' | 'failed';
  message: string;
};

/** `POST /api/render/`: how the values would look on the post's page. */
export type RenderRequest = {
  postId: number | null;
  kind: PostKind;
  values: FormValues;
};

export type RenderAnswer = {
  /** The inside of the element `.page` of the preview frame (`dashboardUrls.previewFrame`). */
  html: string;
  lang: string;
  title: string;
  wordCount: number;
  removed: Removal[];
};

/** `GET /api/link/?url=&except=`: what is known of an address; `except` is the post being edited. */
export type LinkAnswer = {
  /** Null where the page could not be read; `reason` says why in a sentence. */
  title: string | null;
  reason: string | null;
  /** The address without what only tracks, as it may be stored. */
  url: string;
  /** Posts that link there already, the newest first. */
  duplicates: {
    id: number;
    title: string;
    status: PostStatus;
    /** ISO 8601; null for drafts. */
    publishedAt: string | null;
    /** A path; null unless public. */
    publicPath: string | null;
  }[];
};

// The actions of lib/posts/actions.ts and the fields of their forms:
//   saveDraft, publish, schedule, update: FormAction<SavedPost>. The fields of the kind's form and
//     `EditorKnowledge` under its own names (`postId` empty for null). An empty time means now;
//     `publish` of a time to come means now too, `schedule` needs one, `update` keeps what is set.
//   unpublish, bin, restore: FormAction<SavedPost>; `postId`.
//   deleteForGood: FormAction; `postId`, of a post in the bin.
//   discardChanges: FormAction<Discarded>; `postId`, `revision`.
//   restoreVersion: FormAction<SavedPost>; `postId`, `versionId`.
//   renewPreview, revokePreview: FormAction<PreviewKey>; `postId`.

export type PreviewKey = { previewKey: string | null };

/** Undone by an autosave of these values. */
export type Discarded = { discarded: FormValues; savedValues: FormValues; version: number };

/** What a real save answers as `data` of its ActionState: all that the editor has to know anew. */
export type SavedPost = Pick<
  EditorState,
  'status' | 'version' | 'savedValues' | 'publicUrl' | 'publishedAt' | 'removed' | 'wordCount'
> & { postId: number };
