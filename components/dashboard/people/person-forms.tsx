'use client';

import { useActionState } from 'react';
import { type FormAction, idle } from '@/lib/actions';
import { CopyField } from '../../ui/copy-field';
import { Dialog, DialogClose } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { SubmitButton } from '../../ui/submit-button';
import { ActionNotice } from '../action-notice';
import type { WithLink } from './invite-form';

type PersonFormProps = { action: FormAction; personId: number };

export function RoleForm({
  action,
  personId,
  role,
}: PersonFormProps & { role: 'owner' | 'author' }) {
  const [state, formAction] = useActionState(action, idle);
  return (
    <form action={formAction} className="form">
      <ActionNotice state={state} />
      <input type="hidden" name="person" value={personId} />
      <Field as="select" label="Role" name="role" defaultValue={role} key={role}>
        <option value="author">Author: writes and publishes posts of their own</option>
        <option value="owner">Owner: everything, settings and people included</option>
      </Field>
      <SubmitButton pendingLabel="Saving…">Save role</SubmitButton>
    </form>
  );
}

export function LinkMaker({
  action,
  personId,
}: {
  action: FormAction<WithLink>;
  personId: number;
}) {
  const [state, formAction] = useActionState(action, idle);
  return (
    <form action={formAction} className="form">
      <ActionNotice state={state}>
        {state.status === 'ok' && <CopyField label="Link" name="link" value={state.data.link} />}
      </ActionNotice>
      <input type="hidden" name="person" value={personId} />
      <SubmitButton variant="plain">Make a link</SubmitButton>
    </form>
  );
}

/** What is done at once. */
export function PlainForm({ action, personId, label }: PersonFormProps & { label: string }) {
  const [state, formAction] = useActionState(action, idle);
  return (
    <form action={formAction} className="form">
      <ActionNotice state={state} />
      <input type="hidden" name="person" value={personId} />
      <SubmitButton variant="plain">{label}</SubmitButton>
    </form>
  );
}

type AskingFormProps = PersonFormProps & { label: string; question: string; consequence: string };

/** What is asked for first. */
export function AskingForm({ action, personId, label, question, consequence }: AskingFormProps) {
  const [state, formAction] = useActionState(action, idle);
  return (
    <>
      <ActionNotice state={state} />
      <Dialog trigger={`${label}…`} triggerVariant="danger" title={question} closeOn={state}>
        <p>{consequence}</p>
        <form action={formAction} className="button-row">
          <input type="hidden" name="person" value={personId} />
          <SubmitButton variant="danger">{label}</SubmitButton>
          <DialogClose />
        </form>
      </Dialog>
    </>
  );
}
