// How several tags are named in a sentence.

/** `ai`, `ai and python`, `ai, llms and python`. */
export function nameTags(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
