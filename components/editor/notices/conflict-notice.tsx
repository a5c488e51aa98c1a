'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Conflict, SavingState } from '../autosave/saving-state';
import { Comparison } from '../compare/comparison';
import { keepMine, takeTheirs } from '../decide';
import { useEditor, useSession } from '../editor-context';
import { localTime } from '../publish/times';
import type { EditorSession } from '../session';

const untouched: SavingState = { name: 'untouched', kept: { status: 'none' } };

/** Somebody else, or another tab, was quicker: both texts, and the ways out. */
export function ConflictNotice() {
  const { session } = useEditor();
  const saving = useSession((one) => one.saving, untouched);
  if (saving.name !== 'conflict' || session === null) return null;
  return <ConflictBox session={session} conflict={saving.conflict} />;
}

/** Loaded when it is wanted. */
async function merge(session: EditorSession, conflict: Conflict): Promise<void> {
  const { mergeBoth } = await import('../merge-both');
  await mergeBoth(session, conflict);
}

function ConflictBox({ session, conflict }: { session: EditorSession; conflict: Conflict }) {
  const { kind } = useEditor();
  const place = useRef<HTMLDivElement>(null);
  const mine = useSession((one) => one.values, conflict.theirs);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const decide = (decision: () => Promise<void>) => {
    decision().catch((error: unknown) => {
      console.error('A conflict was not decided.', error);
      setFailure(
        'This device could not keep the other text, so nothing was changed. Copy it first.',
      );
    });
  };
  const who = conflict.by?.name ?? 'Another tab or device';
  return (
    <div ref={place}>
      <Notice kind="error">
        <h2>Conflict: this post was changed elsewhere</h2>
        <p>
          {who} changed it at {localTime(Date.parse(conflict.savedAt))}, while you were writing.
          Both texts are safe: choose which shall stand. The other one stays on this device.
        </p>
        <div className="button-row">
          <Button variant="primary" onClick={() => decide(() => merge(session, conflict))}>
            Merge both
          </Button>
          <Button onClick={() => decide(() => keepMine(session, conflict))}>Keep mine</Button>
          <Button onClick={() => decide(() => takeTheirs(session, conflict))}>Take theirs</Button>
        </div>
        {failure && <p className="field-error">{failure}</p>}
        <Comparison
          kind={kind}
          former={conflict.theirs}
          latter={mine}
          formerName="Theirs"
          latterName="Mine"
        />
      </Notice>
    </div>
  );
}
