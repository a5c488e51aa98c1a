// Words as search compares them, as far as marking them in a text needs it: the same as
// `search_fold()` does in Postgres (drizzle/0013), for words of letters and for signs. Pure.

/** Signs written without spaces between words; the same as `search_signs()`. */
export const signs =
  /[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u3096\u3099-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff]+/u;

/** Letters that are more than another one with an accent. */
const spelled: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};

/** A word in lower case and without accents. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return word
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþħı]/g, (letter) => spelled[letter] ?? letter);
}

/** The words of a text, each as it stands there and where. */
export function* wordsIn(text: string): Generator<{ word: string; at: number }> {
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    yield { word: match[0], at: match.index };
}
