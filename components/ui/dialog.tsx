'use client';

import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from 'react';
import { Button, type ButtonVariant } from './button';

type DialogProps = {
  /** What stands on the button that opens it. */
  trigger: ReactNode;
  triggerVariant?: ButtonVariant;
  title: string;
  /** Closes whenever this changes to something else, such as the state of an action that is done. */
  closeOn?: unknown;
  children: ReactNode;
};

const DialogId = createContext('');

/**
 * A question that has to be answered first. Browsers of today open it without script, by `command`;
 * the handler is for the others.
 */
export function Dialog({
  trigger,
  triggerVariant = 'plain',
  title,
  closeOn,
  children,
}: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const closedOn = useRef(closeOn);
  useEffect(() => {
    if (closedOn.current === closeOn) return;
    closedOn.current = closeOn;
    dialog.current?.close();
  }, [closeOn]);
  return (
    <>
      <Button
        variant={triggerVariant}
        {...command('show-modal', id)}
        aria-haspopup="dialog"
        onClick={(event) => {
          event.preventDefault();
          if (!dialog.current?.open) dialog.current?.showModal();
        }}
      >
        {trigger}
      </Button>
      <dialog id={id} ref={dialog} className="dialog" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{title}</h2>
        <DialogId value={id}>{children}</DialogId>
      </dialog>
    </>
  );
}

/** Closes the dialog around it and changes nothing. */
export function DialogClose({ children = 'Cancel' }: { children?: ReactNode }) {
  const id = useContext(DialogId);
  return (
    <Button
      {...command('close', id)}
      onClick={(event) => {
        event.preventDefault();
        event.currentTarget.closest('dialog')?.close();
      }}
    >
      {children}
    </Button>
  );
}

/** Attributes that React's types do not know yet. */
const command = (name: 'show-modal' | 'close', id: string): Record<string, string> => ({
  command: name,
  commandfor: id,
});
