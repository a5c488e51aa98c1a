'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonVariant } from './button';

type SubmitButtonProps = {
  variant?: ButtonVariant;
  /** What it says while the form is on its way. */
  pendingLabel?: string;
  /** For forms with several buttons: what the pressed one sends. */
  name?: string;
  value?: string;
  children: string;
};

/**
 * Sends its form, once. It stays focusable on the way, for a disabled button would drop the focus.
 */
export function SubmitButton({
  variant = 'primary',
  pendingLabel,
  name,
  value,
  children,
}: SubmitButtonProps) {
  const { pending, data } = useFormStatus();
  const isPressed = pending && (name === undefined || data?.get(name) === value);
  return (
    <Button
      type="submit"
      variant={variant}
      name={name}
      value={value}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
    >
      {isPressed && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
