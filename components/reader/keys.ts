// Single keys for who reads with the keyboard, and the sheet that says what they are. Who speaks to
// a machine switches them off there; the switch is that of the dashboard.
import { keysAreOn, switchKeys } from '../dashboard/keys/key-switch';
import { button, make } from './elements';

const names = [
  ['j', 'Next post'],
  ['k', 'Previous post'],
  ['o', 'Open the post'],
  ['v', 'Visit what it links to'],
  ['n', 'Next page'],
  ['p', 'Previous page'],
  ['/', 'Search'],
  ['r', 'A random post'],
  ['?', 'These keys'],
] as const;

const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable], dialog';

export function startKeys() {
  document.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey, isComposing } = event;
    if (ctrlKey || metaKey || altKey || isComposing || !keysAreOn()) return;
    if (document.querySelector('dialog[open]')) return;
    if (target instanceof Element && target.closest(typing)) return;
    if (press(key)) event.preventDefault();
  });
  const place = document.querySelector<HTMLElement>('[data-keys-place]');
  place?.append(button('Keys', {}, openSheet));
  if (place) place.hidden = false;
}

/** Posts in lists; one that has the page for itself is where the reader is already. */
const listed = 'main article:not(.is-alone)';

/** Does what a key stands for. @returns whether it stands for anything here */
function press(key: string): boolean {
  switch (key) {
    case 'j':
      return move(1);
    case 'k':
      return move(-1);
    case 'o':
      return follow(current(), 'a.u-url, h2 a, h3 a');
    case 'Enter':
      return current() === document.activeElement && follow(current(), 'a.u-url, h2 a, h3 a');
    case 'v':
      return follow(current() ?? document.querySelector('.is-alone'), 'a.u-bookmark-of');
    case 'n':
      return follow(document, 'a[rel=next]');
    case 'p':
      return follow(document, 'a[rel=prev]');
    case 'r':
      return follow(document.querySelector('footer.site-footer'), '[data-random]');
    case '/':
      return search();
    case '?':
      openSheet();
      return true;
    default:
      return false;
  }
}

const current = () => document.activeElement?.closest<HTMLElement>(listed) ?? null;

/** To the next post of the list; the focus goes with it, for who does not see it. */
function move(step: 1 | -1): boolean {
  const posts = [...document.querySelectorAll<HTMLElement>(listed)];
  const at = current();
  const post = at ? posts[posts.indexOf(at) + step] : posts.at(step === 1 ? 0 : -1);
  if (!post) return false;
  post.tabIndex = -1;
  post.focus({ preventScroll: true });
  post.scrollIntoView({ block: 'start' });
  return true;
}

function follow(within: ParentNode | null, selector: string): boolean {
  const link = within?.querySelector<HTMLElement>(selector);
  link?.click();
  return link !== null && link !== undefined;
}

/** The field for searching, or the page that has it. */
function search(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[type=search]')];
  const field = fields.find((one) => one.offsetParent !== null);
  if (!field) return follow(document, '.search-link a');
  field.focus();
  field.select();
  return true;
}

function openSheet() {
  const box = make('input', { type: 'checkbox' });
  box.checked = keysAreOn();
  box.addEventListener('change', () => switchKeys(box.checked));
  const dialog = make(
    'dialog',
    { class: 'key-sheet', 'aria-labelledby': 'site-keys' },
    make('h2', { id: 'site-keys' }, 'Keys'),
    make(
      'dl',
      {},
      ...names.map(([key, does]) =>
        make('div', {}, make('dt', {}, make('kbd', {}, key)), make('dd', {}, does)),
      ),
    ),
    make('p', {}, make('label', {}, box, 'Use these keys in this browser')),
    make(
      'p',
      {},
      button('Close', {}, () => dialog.close()),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
