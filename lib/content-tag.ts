// What tells one version of a text from another, for `ETag`.
import { createHash } from 'node:crypto';

/** A strong validator (https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3). */
export function contentTag(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}
