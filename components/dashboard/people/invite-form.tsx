'use client';

import { useActionState } from 'react';
import { type FormAction, idle } from '@/lib/actions';
import { CopyField } from '../../ui/copy-field';
import { Field } from '../../ui/field';
import { SubmitButton } from '../../ui/submit-button';
import { ActionNotice } from '../action-notice';

/** A link that is shown once. */
export type WithLink = { link: string };

export function InviteForm({ action }: { action: FormAction<WithLink> }) {
  const [state, formAction] = useActionState(action, idle);
  const { fields = {}, values = {} } = state.status === 'invalid' ? state : {};
  return (
    <form action={formAction} className="form">
      <ActionNotice state={state}>
        {state.status === 'ok' && <CopyField label="Link" name="link" value={state.data.link} />}
      </ActionNotice>
      <Field label="Name" name="name" required defaultValue={values.name} error={fields.name} />
      <Field
        label="E-mail address"
        hint="They sign in with it. Nothing is sent: you hand over the link."
        name="email"
        type="email"
        required
        defaultValue={values.email}
        error={fields.email}
      />
      <Field as="select" label="Role" name="role" defaultValue={values.role ?? 'author'}>
        <option value="author">Author: writes and publishes posts of their own</option>
        <option value="owner">Owner: everything, settings and people included</option>
      </Field>
      <SubmitButton pendingLabel="Making a link…">Invite</SubmitButton>
    </form>
  );
}
