'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

export default function DashboardError({ reset }: { reset: () => void }) {
  return (
    <>
      <h1>This page could not be made</h1>
      <Notice kind="error">
        The log of the server says why. Often the database does not answer: what was saved is safe.
      </Notice>
      <p>
        <Button onClick={reset}>Try again</Button>
      </p>
    </>
  );
}
