'use client';

import { useEffect, useRef } from 'react';
import { Button } from '../../ui/button';
import type { Intent } from '../editor-actions';
import { useSession } from '../editor-context';
import { IntentButton } from './intent-button';

export type AskFirstProps = {
  intent: Intent;
  /** On the button that leads to the question. */
  label: string;
  title: string;
  text: string;
  confirm: string;
};

const idOf = (intent: Intent) => `ask-${intent}`;

/** Leads to the question; apart from it, for a menu closes over what stands in it. */
export function askButton({ intent, label }: Pick<AskFirstProps, 'intent' | 'label'>) {
  return (
    <Button
      {...{ command: 'show-modal', commandfor: idOf(intent) }}
      aria-haspopup="dialog"
      onClick={(event) => {
        event.preventDefault();
        event.currentTarget.closest('details')?.removeAttribute('open');
        const dialog = document.getElementById(idOf(intent));
        if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
      }}
    >
      {label}
    </Button>
  );
}

/** A question before something is taken away. */
export function AskFirst({ intent, title, text, confirm }: AskFirstProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const pending = useSession((session) => session.pending, null);
  useEffect(() => {
    if (pending === intent) dialog.current?.close();
  }, [pending, intent]);
  const id = idOf(intent);
  return (
    <dialog ref={dialog} id={id} className="dialog" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p>{text}</p>
      <div className="button-row">
        <IntentButton intent={intent} variant="danger">
          {confirm}
        </IntentButton>
        <Button
          {...{ command: 'close', commandfor: id }}
          onClick={(event) => {
            event.preventDefault();
            dialog.current?.close();
          }}
        >
          Cancel
        </Button>
      </div>
    </dialog>
  );
}
