'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { idle } from '@/lib/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { TagCount } from '@/lib/posts/types';
import { distinguish } from '@/lib/tags/actions';
import type { Likeness, NearDuplicate } from '@/lib/tags/near-duplicates';
import { countOfPosts } from '@/lib/tags/sentences';
import { ActionNotice } from '../action-notice';
import { useFocusAfter } from './use-focus-after';

const reasons: Record<Likeness, string> = {
  spelling: 'Differ in signs or accents',
  plural: 'Singular and plural',
  letter: 'A letter apart',
};

type NearDuplicatesProps = {
  pairs: NearDuplicate[];
  /** How many there are, these among them. */
  total: number;
};

/** Pairs of tags that may be one, each with the way to merge it and a button to say no. */
export function NearDuplicates({ pairs, total }: NearDuplicatesProps) {
  const [state, formAction] = useActionState(distinguish, idle);
  const form = useFocusAfter(state);
  return (
    <form action={formAction} ref={form} tabIndex={-1}>
      <ActionNotice state={state} />
      {total === 0 ? (
        <EmptyState title="No two tags look alike." />
      ) : (
        <p className="lead">{countSentence(pairs.length, total)}</p>
      )}
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

function countSentence(shown: number, total: number): string {
  if (total === 1) return 'One pair of tags looks like two names of one thing.';
  const all = `${total.toLocaleString('en')} pairs of tags look like two names of one thing.`;
  return shown === total ? all : `${all} These are the ${shown} most alike and most used.`;
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
