// What the actions on posts say to their author: which sentence for which outcome.
import type { ActionState, FormValues } from '../actions';
import type { Actor } from '../auth/actor';
import { can, type Permission } from '../auth/permissions';
import { dayInZone, formatDay, formatTime } from '../dates';
import { database } from '../db/client';
import { getSettings } from '../settings/queries';
import type { DiscardOutcome } from './discard';
import type { Discarded, SavedPost } from './editing';
import { getSavedPost } from './editor-state';
import { kindOfValues, pickValues } from './form-texts';
import { getPostOwner } from './owner';
import type { RestoreOutcome } from './restore-version';
import type { Saved, SaveIntent } from './save';

const gone = 'This post is in the bin or gone for good. Copy your text and put it into a new post.';
const forbidden = 'This post belongs to somebody else: only an owner of the site may change it.';
const elsewhere = {
  draft: 'This post has become a draft in the meantime. Save it as a draft, or publish it.',
  scheduled: 'This post has been scheduled in the meantime. Update it, or take it back first.',
  published: 'This post has been published in the meantime. Update it, or take it back first.',
};

/** The answer to a real save. */
export async function answerSave(
  saved: Saved,
  { intent, values }: { intent: SaveIntent; values: FormValues },
): Promise<ActionState<SavedPost>> {
  switch (saved.status) {
    case 'saved':
      return answerPost(saved.postId, (post) => savedMessage(intent, post));
    case 'invalid':
      return {
        ...saved,
        message: 'Some fields need another look before this can be saved.',
        values,
      };
    case 'conflict': {
      const { postId, ...conflict } = saved;
      return {
        ...conflict,
        message: 'Somebody else, or another tab, has changed this post since you opened it.',
        mine: values,
        now: await getSavedPost(postId),
      };
    }
    case 'gone':
      return { status: 'error', message: gone };
    case 'forbidden':
      return { status: 'error', message: forbidden };
    case 'unsuitable':
      return {
        status: 'error',
        message: elsewhere[saved.postStatus],
        now: await getSavedPost(saved.postId),
      };
  }
}

/** What has become of a post, with a sentence. */
export async function answerPost(
  postId: number,
  message: (post: SavedPost) => string | Promise<string>,
): Promise<ActionState<SavedPost>> {
  const post = await getSavedPost(postId);
  return { status: 'ok', message: await message(post), data: post };
}

async function savedMessage(intent: SaveIntent, post: SavedPost): Promise<string> {
  if (intent === 'draft') return 'Saved as a draft.';
  if (post.publicUrl === null) return `Scheduled: it goes live ${await timeOf(post)}.`;
  return intent === 'update'
    ? `Updated. The change is live at ${post.publicUrl}`
    : `Published. It is live at ${post.publicUrl}`;
}

/** The answer to dropping what was typed: it goes along, so that the author may think again. */
export async function answerDiscard(
  postId: number,
  outcome: DiscardOutcome,
): Promise<ActionState<Discarded>> {
  const { savedValues, version } = await getSavedPost(postId);
  const data = { discarded: savedValues, savedValues, version };
  switch (outcome.status) {
    case 'discarded':
      return { status: 'ok', message: discarded, data: { ...data, discarded: outcome.values } };
    case 'nothing':
      return { status: 'ok', message: 'There are no unpublished changes.', data };
    case 'unsaved':
      return {
        status: 'error',
        message: 'Nothing of this draft was ever saved. Move it to the bin instead.',
      };
    case 'conflict':
      return {
        status: 'error',
        message: 'Somebody has typed since. Look at it before you discard it.',
      };
  }
}

const discarded = 'Unpublished changes are discarded.';

/** The answer to bringing a version back. */
export async function answerRestored(
  postId: number,
  outcome: RestoreOutcome,
): Promise<ActionState<SavedPost>> {
  switch (outcome.status) {
    case 'restored':
      return answerPost(postId, ({ publicUrl }) =>
        publicUrl === null ? restored : `${restored} It is live at ${publicUrl}`,
      );
    case 'gone':
      return { status: 'error', message: gone };
    case 'incomplete': {
      const lacks = Object.values(outcome.fields).join(' ');
      return { status: 'error', message: `That version cannot be public as it is: ${lacks}` };
    }
    case 'unkept':
      return { status: 'error', message: outcome.message };
    case 'other-kind':
      return { status: 'error', message: 'That version is of another kind than the public post.' };
  }
}

const restored = 'Restored. What was there before is kept among the versions.';

/** `on 3rd February 2026 at 9 am`. */
async function timeOf({ publishedAt }: SavedPost): Promise<string> {
  if (publishedAt === null) return 'at its time';
  const { language: locale, timeZone } = await getSettings();
  const instant = new Date(publishedAt);
  const day = formatDay(dayInZone(instant, timeZone), locale);
  return `on ${day} at ${formatTime(instant, { locale, timeZone })}`;
}

/**
 * A refusal with the text that was sent, errors too, and with what its sender knew of the post. Not
 * where the author wanted to be rid of the text.
 */
export function withTextGivenBack<Data>(
  answer: ActionState<Data>,
  sent: FormValues,
): ActionState<Data> {
  const kind = kindOfValues(sent);
  const isRefused = answer.status === 'error' || answer.status === 'invalid';
  if (!isRefused || kind === null || sent.intent === 'discardChanges') return answer;
  const { postId = '', revision = '', baseVersion = '' } = sent;
  const values = { ...pickValues(kind, sent), postId, revision, baseVersion };
  return { ...answer, values };
}

/** Does something to a post if it is there and the actor may; else says why not. */
export async function withPost<Data>(
  postId: number,
  { actor, permission }: { actor: Actor; permission: Permission },
  run: () => Promise<ActionState<Data>>,
): Promise<ActionState<Data>> {
  const owner = await getPostOwner(postId, database());
  if (owner === null) return { status: 'error', message: gone };
  if (!can(actor, permission, owner)) return { status: 'error', message: forbidden };
  return run();
}
