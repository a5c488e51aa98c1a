// `/dashboard/new/KIND/`: a new post. Nothing is stored until something is typed or saved.
// `?url=&title=&text=` fill in what a bookmarklet, or an app that shares, has found.
import '@/app/styles/editor.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { editorSite } from '@/app/dashboard/editor-site';
import { PostEditor } from '@/components/editor/post-editor';
import { requireActor } from '@/lib/auth/session';
import { editorActions } from '@/lib/posts/editor-actions';
import { newEditorState } from '@/lib/posts/editor-state';
import { editPost } from '@/lib/posts/form-actions';
import { kinds, postKinds } from '@/lib/posts/kinds';
import { sharedValues } from '@/lib/posts/shared-values';

type NewPostProps = PageProps<'/dashboard/new/[kind]'>;

export async function generateMetadata({ params }: NewPostProps): Promise<Metadata> {
  await requireActor();
  const kind = await readKind(params);
  return { title: kind ? `New ${kinds[kind].label}` : 'Nothing here' };
}

export default async function NewPostPage({ params, searchParams }: NewPostProps) {
  const actor = await requireActor();
  const kind = await readKind(params);
  if (!kind) notFound();
  const [state, site] = await Promise.all([
    newEditorState(kind, sharedValues(kind, await searchParams)),
    editorSite(),
  ]);
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

async function readKind(params: NewPostProps['params']) {
  const { kind } = await params;
  return postKinds.find((known) => known === kind);
}
