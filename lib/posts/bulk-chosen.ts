// Which posts a form of the author's list means: what is ticked, one alone, or all that are listed.
import type { Actor } from '../auth/actor';
import type { Database } from '../db/client';
import { parseFilter } from './author-filter';
import { listMatchingIds } from './author-queries';
import { chosenIn, type ListRequest, maxChosen, maxTagged } from './bulk-input';

export type ChosenPosts =
  /** Cut where there are more than are changed at a time. */
  { ids: number[]; isCut: boolean } | { refusal: string };

const noPosts = 'Choose posts first: tick the boxes in front of them.';
const noTags = 'Write the tags first, with commas between them.';
const tooMany = `Choose at most ${maxChosen} posts at a time.`;

/** The posts that a request means, or what it lacks. */
export async function chosenPosts(
  { change: { name, only }, tags, everything, filter }: ListRequest,
  form: FormData,
  actor: Pick<Actor, 'id' | 'role'>,
  db: Database,
): Promise<ChosenPosts> {
  const isTagging = name === 'add-tags' || name === 'remove-tags';
  if (isTagging && tags.length === 0) return { refusal: noTags };
  if (isTagging && everything === 'yes') {
    const listed = parseFilter(Object.fromEntries(new URLSearchParams(filter)), actor.role);
    const ids = await listMatchingIds(listed, maxTagged + 1, actor, new Date(), db);
    return { ids: ids.slice(0, maxTagged), isCut: ids.length > maxTagged };
  }
  const ids = only === null ? chosenIn(form) : [only];
  if (ids.length === 0) return { refusal: noPosts };
  if (ids.length > maxChosen) return { refusal: tooMany };
  return { ids, isCut: false };
}
