'use client';

import { useActionState } from 'react';
import { ActionNotice } from '@/components/dashboard/action-notice';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormAction, idle } from '@/lib/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';

type RedirectFormProps = {
  action: FormAction;
  /** The redirect to be changed; a new one is made where none is given. */
  redirect?: { id: number; from: string; to: string };
};

export function RedirectForm({ action, redirect }: RedirectFormProps) {
  const [state, formAction] = useActionState(action, idle);
  const isInvalid = state.status === 'invalid';
  const values = isInvalid ? state.values : { from: redirect?.from, to: redirect?.to };
  const problems = isInvalid ? state.fields : {};
  return (
    <form action={formAction} className="form redirect-form">
      <ActionNotice state={state} />
      {redirect && <input type="hidden" name="id" value={redirect.id} />}
      <Field
        label="From"
        name="from"
        required
        hint="/old-page/ of this site, old.example.org/page of a former host, or old.example.org/* for all of it"
        {...verbatim}
        defaultValue={values.from}
        error={problems.from}
      />
      <Field
        label="To"
        name="to"
        required
        hint="/new-page/ or https://…"
        {...verbatim}
        defaultValue={values.to}
        error={problems.to}
      />
      <div className="button-row">
        <SubmitButton pendingLabel="Saving…">
          {redirect ? 'Save redirect' : 'Add redirect'}
        </SubmitButton>
        {redirect && <ButtonLink href={dashboardUrls.redirects()}>Done</ButtonLink>}
      </div>
    </form>
  );
}

const verbatim = { className: 'verbatim', spellCheck: false, autoCapitalize: 'none' } as const;
