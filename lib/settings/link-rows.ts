// Lists of links as rows of a form. Apart from controls.ts, for the browser needs it too.
import type { FormValues } from '../actions';
import { withoutNul } from '../texts';

export type SiteLink = { label: string; url: string };

/** Browsers send every end of a line as two characters; JSON in Postgres holds no NUL. */
export const clean = (text = '') => withoutNul(text).replace(/\r\n?/g, '\n');

/** Rows of a list of links in their order; empty ones are left out. */
export function readRows(field: string, texts: FormValues): SiteLink[] {
  const indexes = Object.keys(texts)
    .flatMap((name) => name.match(new RegExp(`^${field}\\.(\\d{1,4})\\.label$`))?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  const rows = indexes.map((index) => ({
    label: clean(texts[`${field}.${index}.label`]).trim(),
    url: clean(texts[`${field}.${index}.url`]).trim(),
  }));
  return rows.filter(({ label, url }) => label !== '' || url !== '');
}
