'use client';

import { useId } from 'react';
import { CheckField } from '@/components/ui/check-field';
import { Field } from '@/components/ui/field';
import type { SettingProps } from './setting';

/** The site's icon: the one that comes with Commonplace, a character, or a file. */
export function IconField({ setting: { key, label, help }, values, problems }: SettingProps) {
  const hintId = useId();
  const chosen = values[key] ?? 'none';
  const choice = (value: string) => ({
    type: 'radio' as const,
    name: key,
    value,
    defaultChecked: chosen === value,
  });
  return (
    <fieldset className="icon-field" aria-describedby={hintId} key={chosen}>
      <legend>{label}</legend>
      <p className="field-hint" id={hintId}>
        {help}
      </p>
      {problems[key] && <p className="field-error">{problems[key]}</p>}
      <CheckField {...choice('none')} label="The open book of Commonplace" />
      <CheckField {...choice('sign')} label="One letter or emoji" />
      <div className="icon-choice">
        <Field
          name={`${key}.sign`}
          label="The letter or emoji"
          isLabelHidden
          size={4}
          defaultValue={values[`${key}.sign`]}
        />
      </div>
      <CheckField {...choice('file')} label="A file" />
      <div className="icon-choice">
        <Field
          name={`${key}.file`}
          label="The file"
          isLabelHidden
          type="file"
          accept=".svg,.png,.ico,image/svg+xml,image/png,image/x-icon"
        />
        <KeptFile field={key} values={values} />
      </div>
    </fieldset>
  );
}

/** A file that was sent with a form that could not be saved, so that it need not be chosen again. */
function KeptFile({ field, values }: { field: string; values: SettingProps['values'] }) {
  const data = values[`${field}.data`];
  if (data === undefined) return null;
  return (
    <>
      <p className="field-hint">The file you chose is kept until the form is saved.</p>
      <input type="hidden" name={`${field}.type`} value={values[`${field}.type`] ?? ''} readOnly />
      <input type="hidden" name={`${field}.data`} value={data} readOnly />
    </>
  );
}
