'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { ActionNotice } from '@/components/dashboard/action-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { type FormAction, idle } from '@/lib/actions';
import { dashboardUrls } from '@/lib/dashboard-urls';

/** A post in a line; its date or state is written out already. */
export type PostLine = { id: number; title: string; kind: string; when: string };

type SeriesPostsProps = {
  action: FormAction<{ removed: number | null }>;
  seriesId: number;
  posts: PostLine[];
  /** What a search has found, or null where nothing was searched. */
  found: (PostLine & { seriesTitle: string | null })[] | null;
};

/** The posts of a series, each to be taken out, and those that a search has found, to be put in. */
export function SeriesPosts({ action, seriesId, posts, found }: SeriesPostsProps) {
  const [state, formAction] = useActionState(action, idle);
  const removed = state.status === 'ok' ? state.data.removed : null;
  return (
    <form action={formAction}>
      <input type="hidden" name="id" value={seriesId} />
      <ActionNotice state={state}>
        {removed !== null && (
          <SubmitButton variant="plain" name="add" value={String(removed)}>
            Undo
          </SubmitButton>
        )}
      </ActionNotice>
      {posts.length > 0 && (
        <PostTable caption="Posts of this series" posts={posts} name="remove" label="Take out" />
      )}
      {found !== null && found.length > 0 && (
        <PostTable caption="Posts found" posts={found} name="add" label="Add" />
      )}
    </form>
  );
}

type PostTableProps = {
  caption: string;
  posts: (PostLine & { seriesTitle?: string | null })[];
  name: 'add' | 'remove';
  label: string;
};

function PostTable({ caption, posts, name, label }: PostTableProps) {
  return (
    <Table caption={caption} isCaptionShown>
      <thead>
        <tr>
          <th scope="col">Post</th>
          <th scope="col">Kind</th>
          <th scope="col">When</th>
          <th scope="col">
            <span className="visually-hidden">{label}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {posts.map((post) => (
          <tr key={post.id}>
            <th scope="row">
              <Link href={dashboardUrls.post(post.id)} prefetch={false}>
                {post.title}
              </Link>
              {post.seriesTitle && <span className="field-hint"> now in “{post.seriesTitle}”</span>}
            </th>
            <td>{post.kind}</td>
            <td>{post.when}</td>
            <td className="is-number">
              <button
                type="submit"
                className="button is-plain"
                name={name}
                value={post.id}
                aria-label={`${label}: ${post.title}`}
              >
                {label}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
