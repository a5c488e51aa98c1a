// Whether a draft's slug is one that we made. Then the title goes on deciding it, and the form shows
// none.
import { slugWithSuffix } from '../slugs';
import type { DraftFields } from './input';
import { kinds } from './kinds';
import { proposeSlug } from './write';

const placeholder = new RegExp(
  `^(?:${Object.values(kinds)
    .map(({ label }) => label)
    .join('|')})-[0-9a-f]{6}$`,
);

/** Whether the slug of a draft with these fields comes from them, or from having no text yet. */
export function isAutomaticSlug(slug: string, fields: DraftFields): boolean {
  if (placeholder.test(slug)) return true;
  const proposal = proposeSlug(fields);
  const number = /-(\d{1,4})$/.exec(slug)?.[1];
  return slug === proposal || (!!number && slug === slugWithSuffix(proposal, Number(number)));
}
