'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { idle } from '@/lib/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { TagCount } from '@/lib/posts/types';
import { distinguish } from '@/lib/tags/actions';
import type { Likeness, NearDuplicate } from '@/lib/tags/near-duplicates';
import { countOfPosts } from '@/lib/tags/sentences';
import { ActionNotice } from '../action-notice';

const reasons: Record<Likeness, string> = {
  spelling: 'Differ in signs or accents',
  plural: 'Singular and plural',
  letter: 'A letter apart',
};

/** Pairs of tags that may be one, each with the way to merge it and a button to say no. */
export function NearDuplicates({ pairs }: { pairs: NearDuplicate[] }) {
  const [state, formAction] = useActionState(distinguish, idle);
  return (
    <form action={formAction}>
      <ActionNotice state={state} />
      <ul className="pair-list">
        {pairs.map(({ keep, drop, likeness }) => (
          <li key={`${keep.id} ${drop.id}`}>
            <p>
              <TagName tag={drop} /> <span aria-hidden="true">→</span>
              <span className="visually-hidden">into</span> <TagName tag={keep} />
              <span className="tag-note"> {reasons[likeness]}</span>
            </p>
            <p className="button-row">
              <ButtonLink
                href={dashboardUrls.mergeTags({ from: [drop.id], into: keep.slug })}
                aria-label={`Merge ${drop.name} into ${keep.name}: preview`}
              >
                Merge…
              </ButtonLink>
              <Button
                type="submit"
                name="pair"
                value={`${keep.id},${drop.id}`}
                aria-label={`${drop.name} and ${keep.name} are not the same`}
              >
                Not the same
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </form>
  );
}

function TagName({ tag }: { tag: TagCount }) {
  return (
    <>
      <Link href={dashboardUrls.tag(tag.id)} prefetch={false}>
        {tag.name}
      </Link>{' '}
      <span className="count" title={countOfPosts(tag.count)}>
        {tag.count.toLocaleString('en')}
      </span>
    </>
  );
}
