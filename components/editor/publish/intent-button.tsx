'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonVariant } from '../../ui/button';
import { type Intent, intentName } from '../editor-actions';
import { useSession } from '../editor-context';

type IntentButtonProps = {
  intent: Intent;
  variant?: ButtonVariant;
  /** What it says while it is being done. */
  pendingLabel?: string;
  className?: string;
  children: ReactNode;
};

/**
 * Asks for one thing to be done with the post. It sends the form as it is where no script runs;
 * with one, the editor's form hears of it (components/editor/post-editor.tsx).
 */
export function IntentButton({
  intent,
  variant,
  pendingLabel,
  className,
  children,
}: IntentButtonProps) {
  const pending = useSession((session) => session.pending, null);
  return (
    <Button
      type="submit"
      variant={variant}
      className={className}
      name={intentName}
      value={intent}
      aria-disabled={pending !== null}
    >
      {pending === intent && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
