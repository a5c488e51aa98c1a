'use client';

import type { ReactNode } from 'react';
import { CheckField } from '@/components/ui/check-field';
import { Field } from '@/components/ui/field';
import { IconField } from './icon-field';
import { LinksField } from './links-field';
import type { SettingProps } from './setting';

/** Asks for one setting. */
export function SettingField(props: SettingProps): ReactNode {
  const { setting, values, problems } = props;
  const { key, label, help, control } = setting;
  const common = { name: key, label, hint: help, error: problems[key] };
  const text = { ...common, defaultValue: values[key] ?? '' };
  switch (control) {
    case 'markdown':
      return <Field as="textarea" rows={8} {...text} />;
    case 'css':
      return <Field as="textarea" rows={10} {...text} {...verbatim} />;
    case 'snippet':
      return <Field as="textarea" rows={3} {...text} {...verbatim} />;
    case 'lines':
      return <Field as="textarea" rows={3} {...text} {...verbatim} />;
    case 'zone':
      return <Field {...text} {...verbatim} list="time-zones" autoComplete="off" />;
    case 'language':
      return <Field {...text} {...verbatim} list="languages" autoComplete="off" />;
    case 'colour':
      return <Field {...text} {...verbatim} autoComplete="off" />;
    case 'switch':
      return (
        <CheckField
          name={key}
          label={label}
          hint={help}
          defaultChecked={values[key] !== undefined}
          key={values[key]}
        />
      );
    case 'links':
      return <LinksField {...props} />;
    case 'icon':
      return <IconField {...props} />;
    case 'line':
      return <Field {...text} />;
  }
}

/** For what is read by machines: nobody's spelling, and as it was typed. */
const verbatim = { className: 'verbatim', spellCheck: false, autoCapitalize: 'none' } as const;
