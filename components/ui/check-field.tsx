import { type ComponentProps, type ReactNode, useId } from 'react';

type CheckFieldProps = Omit<ComponentProps<'input'>, 'type'> & {
  type?: 'checkbox' | 'radio';
  label: ReactNode;
  hint?: ReactNode;
};

/** A box to tick, or one of several, with its label behind it. */
export function CheckField({ label, hint, type = 'checkbox', ...rest }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="check-field">
      <input {...rest} type={type} id={id} aria-describedby={hint ? `${id}-hint` : undefined} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
