// Open pages of the editor, as tests play them.
import { randomUUID } from 'node:crypto';
import type { FormValues } from '../actions';
import type { Database } from '../db/client';
import { people } from '../db/schema';
import type { EditorKnowledge } from '../posts/editing';
import { getEditorState } from '../posts/editor-state';
import { emptyValues } from '../posts/form-values';
import type { PostKind } from '../posts/kinds';
import { now } from './clock';

/** The form of a note, or of another kind, with some of its fields filled. */
export const formOf = (given: FormValues, kind: PostKind = 'note'): FormValues => ({
  ...emptyValues(kind),
  ...given,
});

/** What a page of the editor knows that has just been opened. */
export function openEditor(over: Partial<EditorKnowledge> = {}): EditorKnowledge {
  return {
    postId: null,
    draftKey: randomUUID(),
    kind: 'note',
    editor: randomUUID(),
    revision: 0,
    baseVersion: 1,
    ...over,
  };
}

/** What such a page knows of a post that is stored, and what it shows. */
export async function openStored(postId: number, db: Database) {
  const state = await getEditorState(postId, now, db);
  if (state === null) throw new Error('There is no post.');
  const { version: baseVersion, revision, draftKey } = state;
  return { editor: openEditor({ postId, draftKey, baseVersion, revision }), state };
}

/** Makes a person who writes. @returns its id */
export async function createPerson(name: string, db: Database): Promise<number> {
  const [person] = await db
    .insert(people)
    .values({ name, slug: name, role: 'author' })
    .returning({ id: people.id });
  if (person === undefined) throw new Error(`${name} was not made.`);
  return person.id;
}
