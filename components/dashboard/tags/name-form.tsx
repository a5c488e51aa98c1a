'use client';

import { useActionState } from 'react';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/actions';
import type { TagRef } from '@/lib/posts/types';
import { rename } from '@/lib/tags/actions';
import { Outcome } from './outcome';

type NameFormProps = {
  tag: TagRef;
  /** Whether the address is another than its name would give it; then it stays. */
  hasOwnSlug: boolean;
};

/** The name of a tag and its address. */
export function NameForm({ tag, hasOwnSlug }: NameFormProps) {
  const [state, formAction] = useActionState(rename, idle);
  const { fields = {}, values = {} } = state.status === 'invalid' ? state : {};
  return (
    <>
      <form action={formAction} className="form">
        <input type="hidden" name="id" value={tag.id} />
        <Field
          label="Name"
          name="name"
          hint="As readers see it, capitals and signs included: C++, .NET, 日本語."
          required
          maxLength={100}
          autoComplete="off"
          defaultValue={values.name ?? tag.name}
          error={fields.name}
        />
        <Field
          label="Address"
          name="slug"
          hint={`Now “${tag.slug}”. Left empty, it is made of the name. Old addresses lead to the new one.`}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values.slug ?? (hasOwnSlug ? tag.slug : '')}
          error={fields.slug}
        />
        <SubmitButton pendingLabel="Renaming…">Rename</SubmitButton>
      </form>
      <Outcome state={state} />
    </>
  );
}
