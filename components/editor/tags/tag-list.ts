// The tags of a post as its editor holds them: names in the order in which they shall stand. What
// typing, pasting, moving and removing make of them. Pure.
import { tagSlug } from '@/lib/slugs';

/** The text of the form's field: a name a line. */
export const tagsText = (names: readonly string[]): string => names.join('\n');

/**
 * The same with the name that is still being typed as the last: until it is finished too, the form
 * holds all that was written.
 */
export const tagsTextWith = (names: readonly string[], unfinished: string): string =>
  tagsText(withTags(names, [unfinished]));

/** Names from a text of lines or commas, as they stand in the form, are typed, or pasted. */
export function readTagNames(text: string): string[] {
  return withTags([], text.split(/[\n,]/));
}

/** What names a tag, whichever way it is written; a name without letters is its own. */
const keyOf = (name: string) => tagSlug(name) ?? name.trim().toLowerCase();

/** Adds names at a place (the end, if none is given); those that are there already stay where they are. */
export function withTags(
  names: readonly string[],
  added: readonly string[],
  at = names.length,
): string[] {
  const known = new Set(names.map(keyOf));
  const fresh = added.flatMap((name) => {
    const trimmed = name.trim().replace(/^#+(?=\S)/, '');
    if (trimmed === '' || known.has(keyOf(trimmed))) return [];
    known.add(keyOf(trimmed));
    return [trimmed];
  });
  return [...names.slice(0, at), ...fresh, ...names.slice(at)];
}

export function withoutTag(names: readonly string[], index: number): string[] {
  return names.filter((_, at) => at !== index);
}

/** Moves one tag to another's place; ends are ends. */
export function withTagMoved(names: readonly string[], from: number, to: number): string[] {
  const name = names[from];
  if (name === undefined) return [...names];
  const rest = withoutTag(names, from);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), name, ...rest.slice(place)];
}

export const hasTag = (names: readonly string[], name: string): boolean =>
  names.some((one) => keyOf(one) === keyOf(name));

/**
 * What is typed, as finished names and the one that is still being typed: a comma finishes a name,
 * a paste of several finishes all.
 */
export function splitTyped(text: string, isPaste = false): { finished: string[]; rest: string } {
  if (!/[\n,]/.test(text)) return { finished: [], rest: text };
  const parts = text.split(/[\n,]/);
  const rest = isPaste ? '' : (parts.pop() ?? '').trimStart();
  return { finished: parts.map((part) => part.trim()).filter(Boolean), rest };
}
