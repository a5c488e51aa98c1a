'use client';

import { useActionState } from 'react';
import { type FormAction, idle } from '@/lib/actions';
import { Field } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';
import { ActionNotice } from './action-notice';

type LinkFormProps = {
  action: FormAction;
  token: string;
  /** Whose password is chosen; null where it is for a new person to say. */
  email: string | null;
  submitLabel: string;
};

/** What a link asks of whoever opens it: a password, and before there is an owner, who that is. */
export function LinkForm({ action, token, email, submitLabel }: LinkFormProps) {
  const [state, formAction] = useActionState(action, idle);
  const { fields = {}, values = {} } = state.status === 'invalid' ? state : {};
  return (
    <form action={formAction} className="form">
      <ActionNotice state={state} />
      <input type="hidden" name="token" value={token} />
      {email === null ? (
        <>
          <Field
            label="Your name"
            name="name"
            autoComplete="name"
            required
            defaultValue={values.name}
            error={fields.name}
          />
          <Field
            label="E-mail address"
            hint="You sign in with it. Nothing is sent to it."
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={values.email}
            error={fields.email}
          />
        </>
      ) : (
        // Password managers keep the new password under it.
        <Field
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          readOnly
          value={email}
        />
      )}
      <Field
        label="Password"
        hint="At least 10 characters. A sentence is easy to remember and hard to guess."
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        error={fields.password}
      />
      <SubmitButton pendingLabel="One moment…">{submitLabel}</SubmitButton>
    </form>
  );
}
