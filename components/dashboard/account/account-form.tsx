'use client';

import { useActionState } from 'react';
import { type FormAction, idle } from '@/lib/actions';
import { Field } from '../../ui/field';
import { SubmitButton } from '../../ui/submit-button';
import { ActionNotice } from '../action-notice';

type AccountFormProps = {
  action: FormAction;
  name: string;
  email: string;
  /** Whether there is a password to ask for before the address is changed. */
  hasPassword: boolean;
};

export function AccountForm({ action, name, email, hasPassword }: AccountFormProps) {
  const [state, formAction] = useActionState(action, idle);
  const { fields = {}, values = {} } = state.status === 'invalid' ? state : {};
  return (
    <form action={formAction} className="form">
      <ActionNotice state={state} />
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        required
        defaultValue={values.name ?? name}
        error={fields.name}
      />
      <Field
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={values.email ?? email}
        error={fields.email}
      />
      {hasPassword && (
        <Field
          label="Your password"
          hint="Only to change the e-mail address."
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          error={fields.currentPassword}
        />
      )}
      <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
    </form>
  );
}
