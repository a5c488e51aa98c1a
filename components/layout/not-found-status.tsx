'use client';

// Gives a page the status 404 and leaves its content alone. Where the framework's scripts stay in
// (PAGE_CACHE=platform), a `notFound()` of the server would replace the page in the browser by the
// framework's own; thrown while rendering on the server only, there is nothing to replace.
import { notFound } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';

export function NotFoundStatus({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={children}>
      <OnServer>{children}</OnServer>
    </Suspense>
  );
}

function OnServer({ children }: { children: ReactNode }) {
  if (typeof window === 'undefined') notFound();
  return children;
}
