// `/dashboard/posts/ID/`: writing a post that is stored, a draft or a public one.
import '@/app/styles/editor.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { editorSite } from '@/app/dashboard/editor-site';
import { ForeignPost } from '@/components/editor/foreign-post';
import { PostEditor } from '@/components/editor/post-editor';
import { can } from '@/lib/auth/permissions';
import { requireActor } from '@/lib/auth/session';
import { readRowId } from '@/lib/input';
import { editorActions } from '@/lib/posts/editor-actions';
import { getEditorState } from '@/lib/posts/editor-state';
import { editPost } from '@/lib/posts/form-actions';

export const metadata: Metadata = { title: 'Edit' };

export default async function PostPage({ params }: PageProps<'/dashboard/posts/[id]'>) {
  const actor = await requireActor();
  const id = readRowId((await params).id);
  const [found, site] = await Promise.all([id === null ? null : getEditorState(id), editorSite()]);
  if (found === null) notFound();
  const { authorId, ...state } = found;
  if (!can(actor, 'post:edit', { authorId })) return <ForeignPost publicUrl={state.publicUrl} />;
  return (
    <PostEditor
      state={state}
      editor={crypto.randomUUID()}
      personId={actor.id}
      actions={editorActions}
      formAction={editPost}
      site={site}
    />
  );
}
