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

/** False on the server and until the page's script has taken over. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
