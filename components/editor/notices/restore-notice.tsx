'use client';

import { useState } from 'react';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { LocalCopy } from '../autosave/local-copy';
import { Comparison } from '../compare/comparison';
import { useEditor, useSession } from '../editor-context';
import { localTime } from '../publish/times';

const none: readonly LocalCopy[] = [];

/** Text of this device that never reached the server: after a crash, a lost network or session. */
export function RestoreNotice() {
  const offered = useSession((session) => session.offered, none);
  return offered.map((copy) => <OfferedCopy key={copy.id} copy={copy} />);
}

function OfferedCopy({ copy }: { copy: LocalCopy }) {
  const { kind, session } = useEditor();
  const [isCompared, setCompared] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const values = useSession((one) => one.values, copy.values);
  if (!session) return null;
  return (
    <Notice kind="warning">
      <p>
        <strong>This device has {session.isNewer(copy) ? 'newer' : 'other'} text</strong> from{' '}
        {localTime(copy.keptAt)} that never reached the server.
      </p>
      <div className="button-row">
        <Button variant="primary" onClick={() => void session.restoreCopy(copy)}>
          Restore
        </Button>
        <Button aria-expanded={isCompared} onClick={() => setCompared(!isCompared)}>
          Compare
        </Button>
        {isAsked ? (
          <>
            <Button variant="danger" onClick={() => void session.discardCopy(copy)}>
              Discard for good
            </Button>
            <Button onClick={() => setAsked(false)}>Keep it</Button>
          </>
        ) : (
          <Button onClick={() => setAsked(true)}>Discard…</Button>
        )}
      </div>
      {isCompared && (
        <Comparison
          kind={kind}
          former={values}
          latter={copy.values}
          formerName="Here"
          latterName="On this device"
        />
      )}
    </Notice>
  );
}
