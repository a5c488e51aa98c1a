'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether keys are called as on a Mac; the server calls them as everywhere else. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
}
