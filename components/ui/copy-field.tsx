'use client';

import { useRef, useState } from 'react';
import { Button } from './button';
import { copyText } from './copy-text';
import { Field } from './field';
import { useIsLive } from './use-is-live';

type CopyFieldProps = { label: string; name: string; value: string };

/** A text to take along: it can be selected, and with script copied by a button. */
export function CopyField({ label, name, value }: CopyFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const isLive = useIsLive();
  const copy = async () => {
    place.current?.querySelector('input')?.select();
    setIsCopied(await copyText(value));
  };
  return (
    <div className="copy-field" ref={place}>
      <Field label={label} name={name} readOnly value={value} />
      <Button disabled={!isLive} onClick={copy}>
        {isCopied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  );
}
