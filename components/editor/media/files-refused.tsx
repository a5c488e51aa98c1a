'use client';

import { type RefObject, useCallback, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { useFilesOn } from './use-files-on';

/** Says why a file that is pasted or dropped goes nowhere, where the server cannot keep any. */
export function FilesRefused({ place }: { place: RefObject<HTMLElement | null> }) {
  const [wasTried, setTried] = useState(false);
  useFilesOn(
    place,
    useCallback(() => setTried(true), []),
  );
  if (!wasTried) return null;
  return (
    <Notice kind="error">
      <p>
        <strong>Uploads are off,</strong> so that files cannot come into the text. The{' '}
        <a href={dashboardUrls.media()} target="_blank" rel="noopener">
          media library
        </a>{' '}
        (new tab) says what to set.
      </p>
    </Notice>
  );
}
