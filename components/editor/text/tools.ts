// The tools of the text: what each is called, what it does, and its keys. The toolbar, the keys and
// the sheet that explains them all go by this list.
import {
  bold,
  code,
  heading,
  italic,
  link,
  list,
  type MarkdownEdit,
  quote,
} from './markdown-edits';

export type Tool = {
  name: string;
  /** What stands on the button. */
  sign: string;
  edit: MarkdownEdit;
  /** As CodeMirror writes it; Mod is Ctrl, or Cmd on a Mac. */
  key: string | null;
};

export const tools: readonly Tool[] = [
  { name: 'Bold', sign: 'B', edit: bold, key: 'Mod-b' },
  { name: 'Italic', sign: 'I', edit: italic, key: 'Mod-i' },
  { name: 'Link', sign: 'Link', edit: link, key: 'Mod-k' },
  { name: 'Quote', sign: '“ ”', edit: quote, key: 'Mod-Shift-.' },
  { name: 'Code', sign: '</>', edit: code, key: 'Mod-e' },
  { name: 'List', sign: '• List', edit: list, key: 'Mod-Shift-8' },
  { name: 'Heading', sign: 'H', edit: heading, key: 'Mod-Alt-2' },
];

/** Tools that have keys, for the editor of long texts. */
export const shortcuts = tools.flatMap(({ key, edit }) => (key === null ? [] : [{ key, edit }]));

/** A key as people read it, `Ctrl+B`, `⌘B`. */
export function describeKey(key: string, isMac: boolean): string {
  const parts = key.split('-').map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'Shift') return isMac ? '⇧' : 'Shift';
    if (part === 'Alt') return isMac ? '⌥' : 'Alt';
    return part.length === 1 ? part.toUpperCase() : part;
  });
  return parts.join(isMac ? '' : '+');
}
