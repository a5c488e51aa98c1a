// What an editor begins with: what the page was made with or, where a form without script has just
// been answered, what came of it.
import type { EditorState } from '@/lib/posts/editing';
import type { Result } from './editor-actions';

export function firstState(state: EditorState, result: Result | null): EditorState {
  const answer = result?.state;
  if (answer === undefined) return state;
  if (answer.status === 'invalid')
    return { ...state, values: { ...state.values, ...answer.values } };
  if (answer.status === 'conflict')
    return {
      ...state,
      values: { ...state.values, ...answer.mine },
      // Sent again, one's own overrules theirs, which the page shows below.
      version: answer.theirVersion,
      revision: answer.theirRevision ?? 0,
    };
  if (answer.status !== 'ok' || state.postId !== null || !isSavedPost(answer.data)) return state;
  const { savedValues, ...saved } = answer.data;
  return { ...state, ...saved, savedValues, values: savedValues, revision: 0 };
}

type SavedAnswer = Pick<EditorState, 'status' | 'version' | 'savedValues'> & { postId: number };

const isSavedPost = (data: unknown): data is SavedAnswer =>
  typeof data === 'object' && data !== null && 'savedValues' in data && 'postId' in data;
