'use client';

import { useActionState } from 'react';
import { type FormAction, idle } from '@/lib/actions';
import { Field } from '../../ui/field';
import { SubmitButton } from '../../ui/submit-button';
import { ActionNotice } from '../action-notice';

type PasswordFormProps = { action: FormAction; email: string; hasPassword: boolean };

export function PasswordForm({ action, email, hasPassword }: PasswordFormProps) {
  const [state, formAction] = useActionState(action, idle);
  const { fields = {} } = state.status === 'invalid' ? state : {};
  return (
    <form action={formAction} className="form">
      <ActionNotice state={state} />
      {/* Password managers keep the new password under it. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {hasPassword && (
        <Field
          label="Current password"
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          required
          error={fields.currentPassword}
        />
      )}
      <Field
        label="New password"
        hint="At least 10 characters. Every other browser is signed out."
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        error={fields.password}
      />
      <SubmitButton pendingLabel="Changing…">Change password</SubmitButton>
    </form>
  );
}
