import { type ComponentProps, type ReactNode, useId } from 'react';

type Common = {
  label: ReactNode;
  name: string;
  /** What to write, before it is written. */
  hint?: ReactNode;
  /** What is wrong with what was written. */
  error?: string | undefined;
  /** The label is there for those who do not see the page. */
  isLabelHidden?: boolean;
};

type FieldProps = Common &
  (
    | ({ as?: 'input' } & ComponentProps<'input'>)
    | ({ as: 'textarea' } & ComponentProps<'textarea'>)
    | ({ as: 'select' } & ComponentProps<'select'>)
  );

/** A control with its label, hint and error, tied together. */
export function Field({ label, hint, error, isLabelHidden = false, ...control }: FieldProps) {
  const ownId = useId();
  const id = control.id ?? ownId;
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  const tied = {
    id,
    'aria-describedby': described.join(' ') || undefined,
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {controlOf(control, tied)}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type Control = Omit<FieldProps, 'label' | 'hint' | 'error' | 'isLabelHidden'> & FieldControl;
type FieldControl =
  | ({ as?: 'input' } & ComponentProps<'input'>)
  | ({ as: 'textarea' } & ComponentProps<'textarea'>)
  | ({ as: 'select' } & ComponentProps<'select'>);

function controlOf(control: Control, tied: { id: string }) {
  switch (control.as) {
    case 'textarea': {
      const { as: _, ...rest } = control;
      return <textarea rows={4} {...rest} {...tied} />;
    }
    case 'select': {
      const { as: _, ...rest } = control;
      return <select {...rest} {...tied} />;
    }
    default: {
      const { as: _, ...rest } = control;
      return <input type="text" {...rest} {...tied} />;
    }
  }
}
