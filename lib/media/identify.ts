// What a file is, found by its content: the name only decides between kinds of plain text.
import { fileTypeFromBuffer } from 'file-type';
import { extensionOf } from './accept';

/** How much of a file's beginning is looked at. */
export const prefixBytes = 65_536;

export type Identity = {
  type: string;
  /** The usual ending, without its dot; null where any will do. */
  extension: string | null;
};

/** Finds out what a file is from its first bytes. */
export async function identify(prefix: Uint8Array, name: string): Promise<Identity> {
  const text = textOf(prefix);
  // Text first: a drawing or a page may begin with anything that XML or a browser lets pass.
  if (text !== null) return identifyText(text, extensionOf(name));
  const found = await fileTypeFromBuffer(prefix);
  return found === undefined
    ? { type: 'application/octet-stream', extension: null }
    : { type: plainType(found.mime), extension: found.ext };
}

/** Parameters say nothing that matters here. */
const plainType = (mime: string) => (mime.split(';')[0] ?? mime).trim();

/** The beginning as text; null when it is none. A letter cut in two at the end does not count. */
function textOf(prefix: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: text holds none of these
    return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const byExtension: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  srt: 'application/x-subrip',
  ics: 'text/calendar',
  rtf: 'application/rtf',
};

function identifyText(text: string, extension: string): Identity {
  if (/^WEBVTT(?:\s|$)/.test(text)) return { type: 'text/vtt', extension: 'vtt' };
  if (/^%PDF-/.test(text)) return { type: 'application/pdf', extension: 'pdf' };
  if (/<svg[\s>]/i.test(text) && /^\s*</.test(text))
    return { type: 'image/svg+xml', extension: 'svg' };
  if (/<(?:!doctype\s+html|html|head|body|script|iframe)[\s/>]/i.test(text))
    return { type: 'text/html', extension: extension === 'htm' ? 'htm' : 'html' };
  if (/^\s*<\?xml/.test(text)) return { type: 'application/xml', extension: null };
  return { type: byExtension[extension] ?? 'text/plain', extension: null };
}
