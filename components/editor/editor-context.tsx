'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { UploadOptions } from '@/lib/media/upload-options';
import type { EditorState } from '@/lib/posts/editing';
import type { PostKind } from '@/lib/posts/kinds';
import type { Intent } from './editor-actions';
import type { EditorSession, PostFacts } from './session';
import type { Store } from './store';

/** What the parts of an editor share. `session` is null until the page's script has taken over. */
export type EditorContextValue = {
  kind: PostKind;
  session: EditorSession | null;
  /** What the editor began with; the session knows better once it is there. */
  first: EditorState;
  perform: (intent: Intent) => void;
  site: EditorSite;
};

export type EditorSite = {
  /** BCP 47. */
  language: string;
  /** Public origin, without a final slash. */
  url: string;
  /** By which the page's policy knows styles written by scripts. */
  nonce: string;
  /** Null where uploads are off. */
  uploads: UploadOptions | null;
};

const Context = createContext<EditorContextValue | null>(null);

export function EditorProvider({
  value,
  children,
}: {
  value: EditorContextValue;
  children: ReactNode;
}) {
  return <Context value={value}>{children}</Context>;
}

export function useEditor(): EditorContextValue {
  const value = useContext(Context);
  if (value === null) throw new Error('This belongs into an editor.');
  return value;
}

const nothingToHear = () => () => {};

/** What a part of the session says now; `before` until there is one. */
export function useSession<Value>(
  select: (session: EditorSession) => Store<Value>,
  before: Value,
): Value {
  const { session } = useEditor();
  const store = session === null ? null : select(session);
  return useSyncExternalStore(
    store?.subscribe ?? nothingToHear,
    () => (store === null ? before : store.get()),
    () => before,
  );
}

/** The facts of the post as they are now. */
export function useFacts(): PostFacts {
  const { first } = useEditor();
  return useSession<PostFacts>((session) => session.facts, first);
}
