import type { EditorSite } from '@/components/editor/editor-context';
import { requestNonce } from '@/lib/auth/request';
import { env } from '@/lib/env';
import { getUploadOptions } from '@/lib/media/upload-options';
import { warmUpSoon } from '@/lib/posts/warm-up';
import { getSettings } from '@/lib/settings/queries';

/** What an editor needs to know of the site and of this request. Its author will save something. */
export async function editorSite(): Promise<EditorSite> {
  warmUpSoon();
  const [{ language }, nonce, uploads] = await Promise.all([
    getSettings(),
    requestNonce(),
    getUploadOptions(),
  ]);
  return { language, url: env().SITE_URL, nonce, uploads };
}
