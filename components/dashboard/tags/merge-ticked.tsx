import Form from 'next/form';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { TargetField } from './target-field';

/** Leads the ticked tags to the page that asks before it merges them. */
export function MergeTicked({ children }: { children: ReactNode }) {
  return (
    <Form action={dashboardUrls.mergeTags()} prefetch={false} className="tag-list">
      {children}
      <div className="filter-row is-sticky">
        <TargetField label="Merge the ticked tags into" name="into" />
        <Button type="submit">Preview merge…</Button>
      </div>
    </Form>
  );
}
