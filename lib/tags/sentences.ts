// What the dashboard says of changes of tags. Pure.
import type { TagAction } from '../db/schema';
import type { TagRef } from '../posts/types';
import { urls } from '../urls';
import type { TagEvent } from './history';
import type { UndoRefusal } from './undo-refusals';

/** `1 post`, `2,000 posts`. */
export const countOfPosts = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'post' : 'posts'}`;

export const countOfTags = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'tag' : 'tags'}`;

export const quoted = (name: string): string => `“${name}”`;

export const takenBack = 'Taken back. What was written since stays.';

/** What was done, in the past tense. */
export function eventSentence(event: TagEvent): string {
  const name = quoted(event.name);
  const posts = countOfPosts(event.posts);
  switch (event.action) {
    case 'rename':
      return `Renamed ${name} to ${quoted(event.newName ?? '')}.`;
    case 'merge':
      return `Merged ${name} (${posts}) into ${intoName(event)}.`;
    case 'delete':
      return event.posts === 0
        ? `Deleted ${name}, which no post had.`
        : `Deleted ${name} and took it from ${posts}.`;
    case 'describe':
      return `Changed the description of ${name}.`;
    case 'attach':
      return `Added ${name} to ${posts}.`;
    case 'detach':
      return `Took ${name} from ${posts}.`;
  }
}

/** What a rename has done. */
export function renamedSentence({ tag, from }: { tag: TagRef; from: TagRef }): string {
  const called = `${quoted(from.name)} is called ${quoted(tag.name)} now`;
  return from.slug === tag.slug
    ? `${called}.`
    : `${called}. ${urls.tag(from.slug)} leads to ${urls.tag(tag.slug)}.`;
}

const intoName = ({ into }: TagEvent) =>
  into?.name ? quoted(into.name) : 'a tag that is gone since';

const nouns: Record<TagAction, (name: string) => string> = {
  rename: () => 'the later rename',
  merge: (name) => `the later merge of ${quoted(name)}`,
  delete: (name) => `the deletion of ${quoted(name)}`,
  describe: () => 'the later change of the description',
  attach: (name) => `the later adding of ${quoted(name)}`,
  detach: (name) => `the later removal of ${quoted(name)}`,
};

/** Why a change was not taken back, and what helps. */
export function refusalSentence(refusal: UndoRefusal): string {
  switch (refusal.status) {
    case 'missing':
      return 'There is no record of this change any more, so it cannot be taken back.';
    case 'already':
      return 'This has been taken back already.';
    case 'taken':
      return `Another tag is called ${quoted(refusal.tag.name)} by now. Rename that one, then try again.`;
    case 'later':
      return `First take back ${nouns[refusal.action](refusal.name)}, which rests on this change.`;
  }
}
