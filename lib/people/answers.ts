// What is said of a change of people.
import type { ActionState, FormValues } from '../actions';
import type { PeopleChange } from './write';

/** A refusal because of one field. */
export const wrongField = (
  name: string,
  problem: string,
  values: FormValues,
): ActionState<never> => ({
  status: 'invalid',
  message: 'Some fields need another look.',
  fields: { [name]: problem },
  values,
});

export const missing: ActionState<never> = {
  status: 'error',
  message: 'There is no such person any more.',
};

/** The answer to a change. `values` is what was typed, for when it is refused. */
export function answerOf(change: PeopleChange, done: string, values: FormValues = {}): ActionState {
  if (change.status === 'done') return { status: 'ok', message: done, data: null };
  return refusalOf(change, values);
}

/** The answer to a change that was refused. */
export function refusalOf(
  { status }: Exclude<PeopleChange, { status: 'done' }>,
  values: FormValues = {},
): ActionState<never> {
  switch (status) {
    case 'missing':
      return missing;
    case 'taken':
      return wrongField('email', 'Somebody here has this e-mail address.', values);
    case 'last-owner':
      return {
        status: 'error',
        message: 'A site needs an owner who can sign in: make somebody else an owner first.',
      };
    case 'has-work':
      return {
        status: 'error',
        message: 'Who has written something here cannot be removed: deactivate them instead.',
      };
  }
}
