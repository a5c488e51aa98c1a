'use client';

import { useActionState } from 'react';
import { type FormAction, idle } from '@/lib/actions';
import { SubmitButton } from '../../ui/submit-button';
import { ActionNotice } from '../action-notice';

export type DeviceRow = {
  id: string;
  name: string;
  isThisOne: boolean;
  /** When it was last used, for people and for programs. */
  lastSeen: string;
  lastSeenIso: string;
};

type DeviceListProps = { devices: DeviceRow[]; endDevice: FormAction; endOthers: FormAction };

export function DeviceList({ devices, endDevice, endOthers }: DeviceListProps) {
  const [endState, endOne] = useActionState(endDevice, idle);
  const [othersState, endAllOthers] = useActionState(endOthers, idle);
  return (
    <>
      <ActionNotice state={endState} />
      <ActionNotice state={othersState} />
      <ul className="device-list">
        {devices.map(({ id, name, isThisOne, lastSeen, lastSeenIso }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong>
              <br />
              <span className="quiet">
                {isThisOne ? (
                  'this browser'
                ) : (
                  <>
                    last used <time dateTime={lastSeenIso}>{lastSeen}</time>
                  </>
                )}
              </span>
            </p>
            {!isThisOne && (
              <form action={endOne}>
                <input type="hidden" name="session" value={id} />
                <SubmitButton variant="plain">Sign out</SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {devices.length > 1 && (
        <form action={endAllOthers}>
          <SubmitButton variant="plain">Sign out all others</SubmitButton>
        </form>
      )}
    </>
  );
}
