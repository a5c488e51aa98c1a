import { ScriptPlace } from '@/components/ui/html';

/** Where the author's link to the editor stands (components/reader/edit-links); empty for readers. */
export function EditPlace({ postId }: { postId: number }) {
  return <ScriptPlace data-edit={postId} />;
}
