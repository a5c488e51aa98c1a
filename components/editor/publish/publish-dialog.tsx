'use client';

import { useEffect, useRef, useState } from 'react';
import type { FormValues } from '@/lib/actions';
import { formFields } from '@/lib/posts/form-fields';
import { kinds } from '@/lib/posts/kinds';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { WebAddress } from '../../ui/web-address';
import { intentName } from '../editor-actions';
import { useEditor, useFacts, useSession } from '../editor-context';
import { readTagNames } from '../tags/tag-list';
import { IntentButton } from './intent-button';
import { publishChoice } from './publish-choice';
import { nextHour, zonedNow } from './times';

export const publishDialogId = 'publish-dialog';

/** Opens what the keys ask for as well. */
export function openPublishDialog(): void {
  const dialog = document.getElementById(publishDialogId);
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  dialog.dispatchEvent(new Event('opening'));
  dialog.showModal();
}

/** When a draft goes public, what address it will have, and what it still lacks. */
export function PublishDialog() {
  const { kind } = useEditor();
  const pending = useSession((session) => session.pending, null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const element = dialog.current;
    const open = () => setOpen(true);
    const close = () => setOpen(false);
    element?.addEventListener('opening', open);
    element?.addEventListener('close', close);
    return () => {
      element?.removeEventListener('opening', open);
      element?.removeEventListener('close', close);
    };
  }, []);
  useEffect(() => {
    if (pending !== null) dialog.current?.close();
  }, [pending]);
  return (
    <>
      <Button
        type="submit"
        variant="primary"
        name={intentName}
        value="publish"
        aria-haspopup="dialog"
        onClick={(event) => {
          event.preventDefault();
          openPublishDialog();
        }}
      >
        {pending === 'publish' || pending === 'schedule' ? 'Publishing…' : 'Publish…'}
      </Button>
      <dialog
        ref={dialog}
        id={publishDialogId}
        className="dialog"
        aria-labelledby={`${publishDialogId}-title`}
      >
        <h2 id={`${publishDialogId}-title`}>Publish this {kinds[kind].label}</h2>
        {isOpen && <PublishQuestions onCancel={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

function PublishQuestions({ onCancel }: { onCancel: () => void }) {
  const { kind, session } = useEditor();
  const { timeZone } = useFacts();
  const values = useSession<FormValues>((one) => one.values, {});
  const uploading = useSession((one) => one.uploading, 0);
  const [isNow, setNow] = useState((values.publishedAt ?? '') === '');
  const [time, setTime] = useState(values.publishedAt || nextHour(timeZone));
  const now = zonedNow(timeZone);
  const choice = publishChoice(isNow ? null : time, now);
  const address = useFutureAddress(values, isNow || time === '' ? now : time);
  const missing = formFields(kind).filter(
    ({ name, isRequired }) => isRequired && !/\S/.test(values[name] ?? ''),
  );
  const tags = readTagNames(values.tags ?? '');
  return (
    <>
      <fieldset>
        <legend>When</legend>
        <CheckField
          type="radio"
          name="when"
          label="Now"
          checked={isNow}
          onChange={() => setNow(true)}
          autoFocus
        />
        <CheckField
          type="radio"
          name="when"
          label={`At a time, in the site’s zone (${timeZone})`}
          checked={!isNow}
          onChange={() => setNow(false)}
        />
        {!isNow && (
          <input
            type="datetime-local"
            aria-label={`Time of publication (${timeZone})`}
            aria-describedby={choice === null ? timeHintId : undefined}
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
        )}
      </fieldset>
      <dl className="publish-facts">
        <dt>Address</dt>
        <dd className="publish-address">
          <WebAddress>{address}</WebAddress>
        </dd>
        <dt>Tags</dt>
        <dd>{tags.length > 0 ? tags.join(', ') : 'None yet'}</dd>
      </dl>
      {uploading > 0 && (
        <p className="publish-missing">
          {uploading === 1 ? 'A file is' : `${uploading} files are`} still on the way into the text.
        </p>
      )}
      {missing.length > 0 && (
        <p className="publish-missing">
          Still missing: {missing.map(({ label }) => label).join(', ')}
        </p>
      )}
      {choice === null && (
        <p className="publish-missing" id={timeHintId}>
          Give a time.
        </p>
      )}
      <div className="button-row">
        {missing.length > 0 ? (
          <Button
            variant="primary"
            onClick={() => {
              onCancel();
              session?.form.focus(missing[0]?.name ?? '');
            }}
          >
            Write it
          </Button>
        ) : choice === null ? (
          <Button variant="primary" aria-disabled aria-describedby={timeHintId}>
            Publish
          </Button>
        ) : (
          // The form's own field says when: it is filled before the form is sent.
          <span onClickCapture={() => session?.write({ publishedAt: choice.publishedAt })}>
            <IntentButton intent={choice.intent} variant="primary">
              {choice.label}
            </IntentButton>
          </span>
        )}
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </>
  );
}

const timeHintId = `${publishDialogId}-time-hint`;

function useFutureAddress(values: FormValues, time: string): string {
  const { kind, site } = useEditor();
  const [address, setAddress] = useState('…');
  useEffect(() => {
    let isOvertaken = false;
    import('./future-address')
      .then(({ futureAddress }) => {
        if (!isOvertaken) setAddress(futureAddress(kind, values, { time, siteUrl: site.url }));
      })
      .catch((error: unknown) => console.info('The address is not known beforehand.', error));
    return () => {
      isOvertaken = true;
    };
  }, [kind, values, time, site.url]);
  return address;
}
