// What this device keeps of a text that the server has not confirmed: one copy for each open
// editor, kept apart by person, and which of them are worth offering back.
import type { FormValues } from '@/lib/actions';
import type { PostKind } from '@/lib/posts/kinds';

export type LocalCopy = {
  /** The editor that wrote it; for a text set aside an id of its own. A uuid. */
  id: string;
  /** Who typed it. Nobody else is shown it. */
  personId: number;
  /** Null while the server has not answered the first save. */
  postId: number | null;
  draftKey: string;
  kind: PostKind;
  /** What the server held when this was typed. */
  revision: number;
  baseVersion: number;
  values: FormValues;
  /** Milliseconds since 1970. */
  keptAt: number;
  /** Typed and not confirmed; or the losing side of a choice, kept in case it was the wrong one. */
  reason: 'unconfirmed' | 'set-aside';
};

/** Where copies lie. Every method rejects when the browser refuses. */
export type CopyStore = {
  put(copy: LocalCopy): Promise<void>;
  list(personId: number): Promise<LocalCopy[]>;
  remove(ids: readonly string[]): Promise<void>;
};

const dayMs = 86_400_000;
export const longestKeptMs = 30 * dayMs;

/** The post that an editor is open on. */
export type OpenPost = { postId: number | null; draftKey: string; kind: PostKind };

function isOf(copy: LocalCopy, post: OpenPost): boolean {
  if (copy.draftKey === post.draftKey) return true;
  // A new post's copy belongs to whoever begins another of that kind.
  if (post.postId === null) return copy.postId === null && copy.kind === post.kind;
  return copy.postId === post.postId;
}

export type SortedCopies = {
  /** To be offered, the newest first. */
  offered: LocalCopy[];
  /** Kept by choice, the newest first. */
  setAside: LocalCopy[];
  /** Too old, or what the server has anyway. */
  stale: LocalCopy[];
};

/**
 * Sorts a person's copies for one post. Copies of editors that are open elsewhere are left alone:
 * they save their text themselves.
 */
export function sortCopies(
  copies: readonly LocalCopy[],
  open: OpenPost & {
    isOnServer: (values: FormValues) => boolean;
    openEditors: ReadonlySet<string>;
    now: number;
  },
): SortedCopies {
  const sorted: SortedCopies = { offered: [], setAside: [], stale: [] };
  for (const copy of [...copies].sort((one, other) => other.keptAt - one.keptAt)) {
    if (open.openEditors.has(copy.id)) continue;
    if (open.now - copy.keptAt > longestKeptMs) sorted.stale.push(copy);
    else if (!isOf(copy, open)) continue;
    else if (open.isOnServer(copy.values)) sorted.stale.push(copy);
    else if (copy.reason === 'set-aside') sorted.setAside.push(copy);
    else sorted.offered.push(copy);
  }
  return sorted;
}
