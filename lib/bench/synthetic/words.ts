// The material of made-up posts: invented words, commoner and rarer ones as in any language, in
// paragraphs of natural lengths. The same on every run. Pure.
import { zipfRank } from './zipf';

export type Paragraph = { text: string; html: string; words: number };
export type Material = { paragraphs: Paragraph[]; titles: string[] };

const vocabularySize = 12_000;
const paragraphCount = 4000;
const titleCount = 5000;
/** Words in a paragraph: half have fewer, one in six more than twice as many. */
const medianWords = 27;
const spreadOfWords = 0.75;
const maxWords = 200;

const onsets = ['b', 'ch', 'd', 'f', 'gr', 'h', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'st', 't', 'v'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ea'];
const codas = ['', '', 'n', 'r', 's', 'l', 'ck', 'nd'];

type Random = () => number;

/** Numbers in [0, 1) that look random and are the same every time (mulberry32). */
export function repeatableRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A draw from the bell curve around 0 (Box and Muller). */
const bell = (random: Random) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

function inventWords(random: Random): string[] {
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    const syllables = 1 + Math.floor(random() * 3);
    let word = '';
    for (let syllable = 0; syllable < syllables; syllable += 1)
      word += pick(onsets, random) + pick(vowels, random) + pick(codas, random);
    if (word.length > 2) words.add(word);
  }
  return [...words];
}

/** Makes the paragraphs and titles of which posts are put together. */
export function makeMaterial(random = repeatableRandom(1)): Material {
  const vocabulary = inventWords(random);
  const word = () => vocabulary[zipfRank(random(), vocabularySize) - 1] ?? '';
  const sentence = (length: number) => {
    const words = Array.from({ length }, word);
    const [first = '', ...rest] = words;
    return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')}.`;
  };
  const paragraph = (): Paragraph => {
    const wanted = Math.round(medianWords * Math.exp(spreadOfWords * bell(random)));
    const words = Math.min(maxWords, Math.max(4, wanted));
    const sentences = [];
    for (let left = words; left > 0; left -= 12) sentences.push(sentence(Math.min(12, left)));
    const text = sentences.join(' ');
    // Every other paragraph links somewhere.
    const link = random() < 0.5 ? ` <a href="https://example.org/${word()}">${word()}</a>` : '';
    return { text, html: `<p>${text}${link}</p>`, words };
  };
  return {
    paragraphs: Array.from({ length: paragraphCount }, paragraph),
    titles: Array.from({ length: titleCount }, () =>
      sentence(3 + Math.floor(random() * 4)).slice(0, -1),
    ),
  };
}
