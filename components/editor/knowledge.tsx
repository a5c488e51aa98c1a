'use client';

import { useEditor } from './editor-context';

/** What a form without script tells the server of itself; with one, the session tells it. */
export function Knowledge({ editor }: { editor: string }) {
  const { postId, draftKey, kind, revision, version } = useEditor().first;
  const known = { postId: postId ?? '', draftKey, kind, editor, revision, baseVersion: version };
  return Object.entries(known).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} readOnly />
  ));
}
