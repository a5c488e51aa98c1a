// In which characters a page is written, as browsers find out: by the header, by the mark at its
// start, by what it says of itself; else UTF-8 if it can be that.

/** How much of a page is looked at for what it says of itself. */
const sniffedBytes = 4096;

/** The text of a page, or of its beginning. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const named = charsetIn(contentType) ?? markOf(bytes) ?? charsetIn(beginningOf(bytes));
  const decoder = named === null ? null : decoderOf(named);
  return decoder ? decoder.decode(bytes) : decodeUnnamed(bytes);
}

const charsetIn = (text: string) => /charset\s*=\s*["']?\s*([\w:-]+)/i.exec(text)?.[1] ?? null;

/** The byte order mark. */
function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Tags and names of charsets are ASCII in whatever the page is written. */
const beginningOf = (bytes: Uint8Array) =>
  new TextDecoder('latin1').decode(bytes.subarray(0, sniffedBytes));

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function decodeUnnamed(bytes: Uint8Array): string {
  try {
    // The beginning of a page may end within a character.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
}
