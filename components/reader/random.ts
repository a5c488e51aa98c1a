// Who has asked for a random post wants another: for five seconds after the click the header of
// whatever page comes holds the same button again. The page is everybody's, so it holds but a
// place for it.
import { recall, remember } from './session';

const key = 'random';
const shownMs = 5000;

export function startRandomButton() {
  addAgain();
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[data-random]');
    if (link) remember(key, `${Date.now()} ${link.pathname} ${link.dataset.random}`);
  });
}

function addAgain() {
  const place = document.querySelector<HTMLElement>('[data-random-place]');
  const [, time, path = '', label = ''] =
    /^(\d+) (\/random\/\S*) (.*)$/.exec(recall(key) ?? '') ?? [];
  const left = Number(time) + shownMs - Date.now();
  if (!place || !(left > 0 && left <= shownMs)) return;
  const link = document.createElement('a');
  link.href = path;
  link.rel = 'nofollow';
  link.dataset.random = label;
  link.textContent = label ? `Random: ${label}` : 'Random';
  place.replaceChildren(link);
  place.hidden = false;
  hideAfter(place, left);
}

/** Not under the pointer or the focus of who is about to use it. */
function hideAfter(place: HTMLElement, ms: number) {
  setTimeout(() => {
    if (place.matches(':hover, :focus-within')) hideAfter(place, 1000);
    else place.hidden = true;
  }, ms);
}
