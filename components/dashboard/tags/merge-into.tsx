import Form from 'next/form';
import { Button } from '@/components/ui/button';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { TagRef } from '@/lib/posts/types';
import { TargetField } from './target-field';

/** Leads one tag to the page that asks before it merges it. */
export function MergeInto({ tag }: { tag: TagRef }) {
  return (
    <Form action={dashboardUrls.mergeTags()} prefetch={false} className="form">
      <input type="hidden" name="from" value={tag.id} />
      <TargetField
        label="Another tag"
        name="into"
        required
        hint={`It gets all posts of “${tag.name}”. Nothing happens before you have seen what will.`}
      />
      <Button type="submit">Preview merge…</Button>
    </Form>
  );
}
