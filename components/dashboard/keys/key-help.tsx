'use client';

import { useEffect, useState } from 'react';
import { CheckField } from '@/components/ui/check-field';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { keysAreOn, switchKeys } from './key-switch';
import { PageKeys } from './page-keys';

export type KeyName = { keys: string; does: string };

/** The keys of a page, and a sheet that says what they are; `?` opens it. */
export function KeyHelp({ names }: { names: KeyName[] }) {
  const [isOn, setIsOn] = useState(true);
  useEffect(() => setIsOn(keysAreOn()), []);
  return (
    <div className="key-help" data-key-help>
      <PageKeys />
      <Dialog trigger="Keys" title="Keys">
        <dl className="key-names">
          {names.map(({ keys, does }) => (
            <div key={keys}>
              <dt>
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <CheckField
          label="Use these keys in this browser"
          checked={isOn}
          onChange={({ target }) => {
            switchKeys(target.checked);
            setIsOn(target.checked);
          }}
        />
        <div className="button-row">
          <DialogClose>Close</DialogClose>
        </div>
      </Dialog>
    </div>
  );
}
