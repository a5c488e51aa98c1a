'use client';

import { useActionState } from 'react';
import { ActionNotice } from '@/components/dashboard/action-notice';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormAction, idle } from '@/lib/actions';

type SeriesFormProps = {
  action: FormAction;
  /** The series to be changed; a new one is made where none is given. */
  series?: { id: number; title: string; slug: string; summary: string };
};

export function SeriesForm({ action, series }: SeriesFormProps) {
  const [state, formAction] = useActionState(action, idle);
  const isInvalid = state.status === 'invalid';
  const values = isInvalid
    ? state.values
    : { title: series?.title, slug: series?.slug, summary: series?.summary };
  const problems = isInvalid ? state.fields : {};
  return (
    <form action={formAction} className="form">
      <ActionNotice state={state} />
      {series && <input type="hidden" name="id" value={series.id} />}
      <Field
        label="Title"
        name="title"
        required
        maxLength={200}
        defaultValue={values.title}
        error={problems.title}
      />
      <Field
        label="Address"
        name="slug"
        hint={
          series
            ? 'What stands after /series/. The former address leads to the new one for ever.'
            : 'What stands after /series/. Empty: made from the title.'
        }
        className="verbatim"
        spellCheck={false}
        autoCapitalize="none"
        defaultValue={values.slug}
        error={problems.slug}
      />
      <Field
        as="textarea"
        label="Summary"
        name="summary"
        hint="In Markdown; stands above the posts."
        rows={5}
        defaultValue={values.summary}
        error={problems.summary}
      />
      <SubmitButton pendingLabel="Saving…">{series ? 'Save series' : 'Make series'}</SubmitButton>
    </form>
  );
}
