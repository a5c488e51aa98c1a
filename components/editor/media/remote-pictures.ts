// Pictures of a text that lie on other machines, and where their addresses stand in it. Pure.
import type { Change } from '../text/text-marks';

type Found = { url: string; from: number; to: number };

/** `![…](address "title")`, with or without angle brackets; `<img … src="address">`. */
const patterns = [
  /!\[(?:[^[\]\\]|\\.|\[[^\]]*\])*\]\(\s*<?(https?:\/\/(?:[^\s()<>]|\([^\s()]*\))+)/gi,
  /<img\b[^>]*?\ssrc\s*=\s*["']?(https?:\/\/[^\s"'>]+)/gi,
];

/** Code shows an address and no picture: it is blanked out, character for character. */
const withoutCode = (text: string) =>
  text
    .replace(/^([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n[ \t>]*\2[^\n]*(?=\n|$)|$)/gm, blank)
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, blank);

const blank = (code: string) => code.replace(/[^\n]/g, ' ');

function find(text: string, ownOrigin: string): Found[] {
  const shown = withoutCode(text);
  return patterns.flatMap((pattern) =>
    [...shown.matchAll(pattern)].flatMap((match) => {
      const url = match[1] ?? '';
      const from = match.index + match[0].length - url.length;
      return isRemote(url, ownOrigin) ? [{ url, from, to: from + url.length }] : [];
    }),
  );
}

/** Whether an address leads to another machine. */
export const isRemote = (url: string, ownOrigin: string) =>
  /^https?:\/\//i.test(url) && URL.canParse(url) && new URL(url).origin !== ownOrigin;

/** The addresses of a text's pictures on other machines, each once, in their order. */
export function remotePictures(text: string, ownOrigin: string): string[] {
  const found = find(text, ownOrigin).sort((one, other) => one.from - other.from);
  return [...new Set(found.map(({ url }) => url))];
}

/** What makes a text show a picture of this site in place of that of another. */
export function replacePicture(
  text: string,
  { url, path, ownOrigin }: { url: string; path: string; ownOrigin: string },
): Change[] {
  return find(text, ownOrigin)
    .filter((one) => one.url === url)
    .sort((one, other) => one.from - other.from)
    .map(({ from, to }) => ({ from, to, insert: path }));
}
