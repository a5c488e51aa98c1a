'use client';

import { useRef } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button';

type FileButtonProps = {
  onFiles: (files: File[]) => void;
  /** Types that the browser offers first; everything where it is not given. */
  accept?: string;
  isSingle?: boolean;
  variant?: ButtonVariant;
  className?: string;
  children: React.ReactNode;
};

/** Opens the browser's picker of files; on a phone that is its photos and its camera too. */
export function FileButton({
  onFiles,
  accept,
  isSingle = false,
  variant,
  className,
  children,
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} className={className} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!isSingle}
        accept={accept}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be chosen again.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
