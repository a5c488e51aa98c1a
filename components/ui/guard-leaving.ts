// Asks before a page is left with which something would be lost: by the browser, which asks in its
// own words, and by a link or the button Back to another page of this site, of which it knows nothing.

/** Says what would be lost, or null. */
export type Guard = () => string | null;

type Click = Pick<MouseEvent, 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>;
type Link = Pick<HTMLAnchorElement, 'href' | 'target' | 'hasAttribute'>;

/** From a yes to the browser's own question, which it would only repeat. */
const agreedForMs = 1000;

const guards = new Set<Guard>();
let agreedAt = Number.NEGATIVE_INFINITY;

/** Begins to ask. @returns how to end it */
export function guardLeaving(guard: Guard): () => void {
  if (guards.size === 0) {
    window.addEventListener('beforeunload', askBrowser);
    // Before the link's own handler goes to the page.
    document.addEventListener('click', askAtLink, { capture: true });
    historySteps()?.addEventListener('navigate', askAtStep);
  }
  guards.add(guard);
  return () => {
    guards.delete(guard);
    if (guards.size > 0) return;
    window.removeEventListener('beforeunload', askBrowser);
    document.removeEventListener('click', askAtLink, { capture: true });
    historySteps()?.removeEventListener('navigate', askAtStep);
  };
}

/** Older browsers cannot stop a step through the history. */
const historySteps = () => ('navigation' in window ? window.navigation : null);

/** Whether a click on a link takes this page away; what differs in its query or hash alone stays. */
export function leadsAway(click: Click, link: Link, here: string): boolean {
  const isElsewhere = click.metaKey || click.ctrlKey || click.shiftKey || click.altKey;
  const staysOpen = !['', '_self'].includes(link.target) || link.hasAttribute('download');
  if (click.button !== 0 || isElsewhere || staysOpen) return false;
  const from = new URL(here);
  const to = new URL(link.href, here);
  // The browser asks at other sites.
  return to.origin === from.origin && to.pathname !== from.pathname;
}

/** The question of all that would be lost; null where nothing would be. */
export function questionOf(all: Iterable<Guard>): string | null {
  const losses = [...all].map((guard) => guard()).filter((loss) => loss !== null);
  return losses.length === 0 ? null : [...losses, 'Leave this page all the same?'].join(' ');
}

function askBrowser(event: BeforeUnloadEvent): void {
  if (Date.now() - agreedAt < agreedForMs) return;
  if (questionOf(guards) !== null) event.preventDefault();
}

function askAtLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  if (!leadsAway(event, link, window.location.href)) return;
  const question = questionOf(guards);
  if (question === null) return;
  if (window.confirm(question)) {
    agreedAt = Date.now();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function askAtStep(event: NavigateEvent): void {
  const { navigationType, destination, cancelable } = event;
  // Of steps that load another page the browser asks itself.
  if (navigationType !== 'traverse' || !destination.sameDocument || !cancelable) return;
  if (new URL(destination.url).pathname === window.location.pathname) return;
  const question = questionOf(guards);
  if (question !== null && !window.confirm(question)) event.preventDefault();
}
