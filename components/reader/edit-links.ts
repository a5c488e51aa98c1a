// Links for the author, in a browser where the dashboard has switched them on: to the editor of
// every post and to the dashboard itself. The page is everybody's and holds but empty places for
// them; whoever follows a link has to be signed in there.
import { dashboardUrls } from '../../lib/dashboard-urls';
import { editLinksKey } from '../../lib/edit-links';

export function startEditLinks() {
  if (!isOn()) return;
  fillEditLinks(document);
  for (const place of document.querySelectorAll<HTMLElement>('[data-dashboard]'))
    fill(place, dashboardUrls.home(), '', 'Dashboard');
  document.addEventListener('keydown', editByKey);
}

/** Fills the places of posts, also of those that come to the page later. */
export function fillEditLinks(within: ParentNode) {
  if (!isOn()) return;
  for (const place of within.querySelectorAll<HTMLElement>('[data-edit]'))
    fill(place, dashboardUrls.post(Number(place.dataset.edit)), ' / ', 'Edit');
  for (const place of within.querySelectorAll<HTMLElement>('[data-edit-found]'))
    fill(place, dashboardUrls.posts({ search: place.dataset.editFound }), ' / ', 'Edit them');
}

function isOn(): boolean {
  try {
    return localStorage.getItem(editLinksKey) === 'on';
  } catch (error) {
    // Storage is off, so nobody can have switched anything on.
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** `before` is what stands between the link and the line that it ends. */
function fill(place: HTMLElement, href: string, before: string, text: string) {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  const title = titleNear(place);
  if (title) link.ariaLabel = `${text}: ${title}`;
  place.append(before, link);
  place.hidden = false;
}

/** A page has many of these links: those who hear them are told which is which. */
const titleNear = (place: HTMLElement) =>
  place.closest('article, li')?.querySelector('h1, h2, h3, h4, a')?.textContent;

/** `e` on the page of a post. */
function editByKey({ key, target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent) {
  if (key !== 'e' || ctrlKey || metaKey || altKey || isComposing) return;
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]'))
    return;
  document.querySelector<HTMLAnchorElement>('.is-alone [data-edit] a')?.click();
}
