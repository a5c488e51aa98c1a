'use client';

import { useState } from 'react';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { Button } from '../../ui/button';
import { copyText } from '../../ui/copy-text';
import { Field } from '../../ui/field';
import { useIsLive } from '../../ui/use-is-live';
import { useEditor, useFacts } from '../editor-context';
import { IntentButton } from '../publish/intent-button';

/** The secret address at which others may read the post before it is public. */
export function PreviewLink() {
  const { postId, previewKey } = useFacts();
  const { site } = useEditor();
  const isLive = useIsLive();
  const [said, setSaid] = useState('');
  if (postId === null)
    return (
      <div className="field">
        <p className="field-label">Secret preview link</p>
        <p className="field-hint">Once something is written, you can show it to others here.</p>
      </div>
    );
  if (previewKey === null)
    return (
      <div className="field">
        <p className="field-label">Secret preview link</p>
        <p className="field-hint">Whoever has the link can read the post as it stands here.</p>
        <div className="button-row">
          <IntentButton intent="renewPreview">Make a link</IntentButton>
        </div>
      </div>
    );
  const address = site.url + dashboardUrls.preview(previewKey);
  const copy = async () => setSaid((await copyText(address)) ? 'Copied.' : copyByHand);
  return (
    <div className="preview-link">
      <Field
        label="Secret preview link"
        name="previewAddress"
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="button-row">
        <Button disabled={!isLive} onClick={copy}>
          Copy
        </Button>
        <a className="button is-plain" href={address} target="_blank" rel="noopener">
          Open
        </a>
        <IntentButton intent="renewPreview">Renew</IntentButton>
        <IntentButton intent="revokePreview">Revoke</IntentButton>
      </div>
      <p className="field-hint" aria-live="polite">
        {said || 'Whoever has the link can read the post as it stands here.'}
      </p>
    </div>
  );
}

const copyByHand = 'Select the link and copy it yourself: the browser does not allow it here.';
