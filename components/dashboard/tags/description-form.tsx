'use client';

import { useActionState } from 'react';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/actions';
import { describe } from '@/lib/tags/actions';
import { Outcome } from './outcome';

/** What a tag is about, in Markdown. */
export function DescriptionForm({ id, description }: { id: number; description: string }) {
  const [state, formAction] = useActionState(describe, idle);
  const { fields = {}, values = {} } = state.status === 'invalid' ? state : {};
  return (
    <>
      <form action={formAction} className="form">
        <input type="hidden" name="id" value={id} />
        <Field
          as="textarea"
          label="Description"
          name="description"
          hint="Markdown. Stands above the posts on the page of the tag."
          rows={4}
          maxLength={20_000}
          defaultValue={values.description ?? description}
          error={fields.description}
        />
        <SubmitButton pendingLabel="Saving…">Save description</SubmitButton>
      </form>
      <Outcome state={state} />
    </>
  );
}
