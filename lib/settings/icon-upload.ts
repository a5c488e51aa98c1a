// A picture that was uploaded as the site's icon becomes texts of the form, which are kept when
// something else in the form is wrong.
import type { FormValues } from '../actions';
import type { Icon } from './icon';
import { findFileProblem, iconTypeOf } from './icon';

/**
 * The file of a field as its further texts; a sentence where it cannot be taken, or where a file
 * is asked for and there is none.
 */
export async function readIconUpload(
  field: string,
  form: FormData,
  current: Icon,
): Promise<FormValues | string> {
  if (form.get(field) !== 'file') return {};
  const file = form.get(`${field}.file`);
  if (!(file instanceof File) || file.size === 0) {
    const hasFile = current?.kind === 'file' || form.has(`${field}.data`);
    return hasFile ? {} : 'Choose a file.';
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const problem = findFileProblem(bytes);
  if (problem !== null) return `The file ${problem}.`;
  const type = iconTypeOf(bytes) ?? '';
  return { [`${field}.type`]: type, [`${field}.data`]: Buffer.from(bytes).toString('base64') };
}
