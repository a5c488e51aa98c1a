// Counts words as Intl.Segmenter does. It is slow, so text of scripts that separate their words is
// counted by its rules (UAX 29) and only the other scripts go through it.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

const word =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}_\u200d]*(?:(?:(?<=\p{L}\p{M}*)[.:·'’‘](?=\p{L})|(?<=\p{N})[.,;'’‘](?=\p{N}))[\p{L}\p{N}\p{M}_\u200d]+)*/gu;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale);
  if (known) return known;
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, segmenter);
  return segmenter;
}

/** Its time grows faster than the text. */
const longestRun = 1_000;

function countSegments(run: string, locale: string): number {
  let count = 0;
  for (const { isWordLike } of segmenterFor(locale).segment(run)) if (isWordLike) count += 1;
  return count;
}

export function countWords(text: string, locale: string): number {
  let count = 0;
  const spaced = text.replace(unspaced, (run) => {
    for (let at = 0; at < run.length; at += longestRun) {
      count += countSegments(run.slice(at, at + longestRun), locale);
    }
    return ' ';
  });
  return count + (spaced.match(word)?.length ?? 0);
}
