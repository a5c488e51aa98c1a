// The frame of every server action: who, may they, is it valid, do it, say what happened.
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { ActionState, FormAction, FormValues } from '../actions';
import { expireTags, refreshPage } from '../cache';
import { collectTouched } from '../db/page-changes';
import { logger } from '../log';
import type { Actor } from './actor';
import { can, type Permission } from './permissions';
import { isSecret } from './plain-form';
import { getActor } from './session';

type ActionOptions<Schema extends z.ZodType> = {
  /** Null for what everybody may do who is signed in, such as changing their own name. */
  permission: Permission | null;
  input: Schema;
  /** Whether the calling page takes the answer into account itself: then nothing of it is made anew. */
  updatesItself?: boolean;
};

const signedOut = 'You are signed out. Sign in again in another tab, then repeat.';
const forbidden = 'You may not do that: ask an owner of this site.';
const wrongFields = 'Some fields need another look.';
const failed =
  'That did not work, and the log of the server says why. What you typed is still here: try again.';
const untold =
  'It is done, but readers may see what was there before for a while, for the cache of pages could not be told. Save once more.';

/**
 * Makes a server action. The form's texts are parsed by `input`, a name's last value counting; of
 * names that come several times `run` asks the form itself. What a permission says of single posts,
 * `run` checks with `can(actor, …, post)`.
 */
export function authorAction<Schema extends z.ZodType, Data = null>(
  { permission, input, updatesItself = false }: ActionOptions<Schema>,
  run: (input: z.output<Schema>, actor: Actor, form: FormData) => Promise<ActionState<Data>>,
): FormAction<Data> {
  return async (_state, form) => {
    try {
      const actor = await getActor();
      if (actor === null) return { status: 'error', message: signedOut };
      if (permission !== null && !can(actor, permission))
        return { status: 'error', message: forbidden };
      const texts = textsOf(form);
      const parsed = await input.safeParseAsync(texts);
      if (!parsed.success) return invalid(parsed.error, texts);
      // What leads to another page throws, after it has made its change.
      const { result, touched } = await collectTouched(() =>
        Promise.allSettled([run(parsed.data, actor, form)]),
      );
      const isTold = await tellPages(touched);
      const [outcome] = result;
      if (outcome.status === 'rejected') {
        // Where it leads, nobody would be told.
        if (!isTold && isOfFramework(outcome.reason)) return { status: 'error', message: untold };
        throw outcome.reason;
      }
      const answer = outcome.value;
      if (answer.status !== 'ok') return answer;
      if (!updatesItself) refreshPage();
      return isTold ? answer : { ...answer, message: `${untold} ${answer.message}` };
    } catch (error) {
      unstable_rethrow(error);
      logger.error({ error }, 'An action failed.');
      return { status: 'error', message: failed };
    }
  };
}

/** Whether what was thrown leads to another page, or is another word to the framework. */
function isOfFramework(thrown: unknown): boolean {
  try {
    unstable_rethrow(thrown);
    return false;
  } catch {
    return true;
  }
}

/** @returns false where it failed: what was changed is changed all the same */
async function tellPages(touched: readonly string[]): Promise<boolean> {
  try {
    await expireTags(touched);
    return true;
  } catch (error) {
    logger.error({ error }, 'The cache of pages could not be told of a change.');
    return false;
  }
}

/** The texts of a form, without files and without what the framework adds. */
export function textsOf(form: FormData): FormValues {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$ACTION') ? [[name, value]] : [],
    ),
  );
}

/** What is wrong, field by field, with everything that was typed but secrets. */
export function invalid(error: z.ZodError, texts: FormValues): ActionState<never> {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) fields[String(path[0] ?? '')] ??= message;
  const values = Object.fromEntries(Object.entries(texts).filter(([name]) => !isSecret(name)));
  const general = fields[''];
  delete fields[''];
  return { status: 'invalid', message: general ?? wrongFields, fields, values };
}
