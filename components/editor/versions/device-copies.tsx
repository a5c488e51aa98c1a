'use client';

import { useEffect, useState } from 'react';
import type { FormValues } from '@/lib/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { isSameValues } from '@/lib/posts/form-texts';
import { Button } from '../../ui/button';
import { type LocalCopy, type OpenPost, sortCopies } from '../autosave/local-copy';
import { openCopies } from '../autosave/open-copies';
import { openEditors } from '../autosave/open-editors';
import { Comparison } from '../compare/comparison';
import { localTime } from '../publish/times';

type DeviceCopiesProps = {
  post: OpenPost;
  personId: number;
  /** What the editor would show. */
  current: FormValues;
};

/** Texts of this post that this device keeps: never saved, or put aside in a choice. */
export function DeviceCopies({ post, personId, current }: DeviceCopiesProps) {
  const { postId, draftKey, kind } = post;
  const [copies, setCopies] = useState<LocalCopy[]>([]);
  const [failure, setFailure] = useState('');
  const [isOld, setOld] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again after each change.
  useEffect(() => {
    find({ postId, draftKey, kind }, personId, current)
      .then(setCopies)
      .catch((error: unknown) => console.info('This device’s copies cannot be looked at.', error));
  }, [postId, draftKey, kind, personId, current, isOld]);
  const act = (change: () => Promise<void>) => {
    change()
      .then(() => setOld((count) => count + 1))
      .catch((error: unknown) => {
        console.error('A copy of this device could not be changed.', error);
        setFailure('This browser does not let its copies be changed.');
      });
  };
  if (copies.length === 0) return null;
  return (
    <section>
      <h2>Kept on this device</h2>
      {failure && <p className="field-error">{failure}</p>}
      <ul className="device-copies">
        {copies.map((copy) => (
          <li key={copy.id}>
            <KeptCopy
              copy={copy}
              current={current}
              onOffer={() =>
                act(async () => {
                  await openCopies().put({ ...copy, reason: 'unconfirmed' });
                  window.location.assign(dashboardUrls.post(postId ?? 0));
                })
              }
              onDiscard={() => act(() => openCopies().remove([copy.id]))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

type KeptCopyProps = {
  copy: LocalCopy;
  current: FormValues;
  onOffer: () => void;
  onDiscard: () => void;
};

function KeptCopy({ copy, current, onOffer, onDiscard }: KeptCopyProps) {
  const [isCompared, setCompared] = useState(false);
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <p>
        {copy.reason === 'set-aside' ? 'Put aside' : 'Never saved'}, {localTime(copy.keptAt)}
      </p>
      <div className="button-row">
        <Button aria-expanded={isCompared} onClick={() => setCompared(!isCompared)}>
          Compare
        </Button>
        <Button onClick={onOffer}>Bring to the editor</Button>
        {isAsked ? (
          <Button variant="danger" onClick={onDiscard}>
            Discard for good
          </Button>
        ) : (
          <Button onClick={() => setAsked(true)}>Discard…</Button>
        )}
      </div>
      {isCompared && (
        <Comparison
          kind={copy.kind}
          former={current}
          latter={copy.values}
          formerName="Now"
          latterName="On this device"
        />
      )}
    </>
  );
}

async function find(post: OpenPost, personId: number, current: FormValues): Promise<LocalCopy[]> {
  const { offered, setAside } = sortCopies(await openCopies().list(personId), {
    ...post,
    isOnServer: (values) => isSameValues(values, current),
    openEditors: await openEditors(),
    now: Date.now(),
  });
  return [...offered, ...setAside];
}
