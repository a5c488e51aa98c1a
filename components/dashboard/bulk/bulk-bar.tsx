import type { ReactNode } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button';
import type { BulkChange } from './use-bulk-change';

type BulkBarProps = {
  id: string;
  /** What the list is changed with. */
  bulk: Pick<BulkChange<unknown>, 'change' | 'submit' | 'ticked'>;
  /** The buttons. */
  children: ReactNode;
};

/** The form to which ticked rows belong by its id. Shown while any is: the style sheet sees to it. */
export function BulkBar({ id, bulk: { change, submit, ticked }, children }: BulkBarProps) {
  return (
    <form id={id} className="bulk-bar" action={change} onSubmit={submit}>
      <p className="bulk-count" role="status">
        {ticked.size > 0 && `${ticked.size} chosen`}
      </p>
      {children}
    </form>
  );
}

type BulkSubmitProps = {
  /** What is to be done. */
  value: string;
  isPending: boolean;
  variant?: ButtonVariant;
  children: string;
};

/** Stays focusable on the way, for a disabled button would drop the focus. */
export function BulkSubmit({ value, isPending, variant, children }: BulkSubmitProps) {
  return (
    <Button
      type="submit"
      name="change"
      value={value}
      variant={variant}
      aria-disabled={isPending}
      onClick={(event) => isPending && event.preventDefault()}
    >
      {children}
    </Button>
  );
}
