// A button on each block of code that copies it.
import { button, make } from './elements';

const shownMs = 2000;

export function startCopyButtons() {
  // A browser lends the clipboard to pages that came over TLS alone.
  if (!('clipboard' in navigator)) return;
  for (const code of document.querySelectorAll<HTMLElement>('.prose pre')) addButton(code);
}

function addButton(code: HTMLElement) {
  const box = make('div', { class: 'code-box' });
  code.replaceWith(box);
  const copy = button('Copy', { class: 'copy-code', 'aria-live': 'polite' }, async () => {
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
      say('Copied');
    } catch (error) {
      // The reader has said no, or the page has lost the focus.
      if (!(error instanceof DOMException)) throw error;
      say('Not copied');
    }
  });
  const say = (text: string) => {
    copy.textContent = text;
    setTimeout(() => {
      copy.textContent = 'Copy';
    }, shownMs);
  };
  box.append(code, copy);
}
