'use client';

import { type ReactNode, useActionState } from 'react';
import { ActionNotice } from '@/components/dashboard/action-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormAction, type FormValues, idle } from '@/lib/actions';
import type { Setting } from './setting';
import { SettingField } from './setting-field';

type SettingsFormProps = {
  action: FormAction;
  groups: { id: string; label: string; settings: Setting[] }[];
  values: FormValues;
  /** What stands under some settings: how they look, what to know. By key. */
  notes: Partial<Record<string, ReactNode>>;
};

/** All settings in one form, so that saving one part loses nothing typed into another. */
export function SettingsForm({ action, groups, values: saved, notes }: SettingsFormProps) {
  const [state, formAction] = useActionState(action, idle);
  const isInvalid = state.status === 'invalid';
  const values = isInvalid ? state.values : saved;
  const problems = isInvalid ? state.fields : {};
  return (
    <form action={formAction} className="settings-form">
      <nav aria-label="Parts of the settings" className="settings-parts">
        <ul>
          {groups.map(({ id, label }) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
      <input type="hidden" name="seen" value={values.seen ?? ''} readOnly />
      {groups.map(({ id, label, settings }) => (
        <section key={id} id={id} aria-labelledby={`${id}-heading`} className="settings-group">
          <h2 id={`${id}-heading`}>{label}</h2>
          {settings.map((setting) => (
            <div key={setting.key} className="setting">
              <SettingField setting={setting} values={values} problems={problems} />
              {notes[setting.key]}
            </div>
          ))}
        </section>
      ))}
      <div className="save-bar">
        <ActionNotice state={state} />
        <SubmitButton pendingLabel="Saving…">Save settings</SubmitButton>
      </div>
    </form>
  );
}
