'use client';

import { useActionState } from 'react';
import { type FormAction, idle } from '@/lib/actions';
import { Field } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';
import { ActionNotice } from './action-notice';

type SignInFormProps = {
  action: FormAction;
  /** Where to go afterwards. */
  next: string;
};

export function SignInForm({ action, next }: SignInFormProps) {
  const [state, formAction] = useActionState(action, idle);
  const email = state.status === 'invalid' ? state.values.email : undefined;
  return (
    <form action={formAction} className="form">
      <ActionNotice state={state} />
      <input type="hidden" name="next" value={next} />
      <Field
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
    </form>
  );
}
