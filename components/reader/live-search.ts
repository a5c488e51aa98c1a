// Results that follow the typing: the page of results that the form would lead to is fetched, and
// takes the place of what is there. The field keeps its focus, the history its length.
import { fillEditLinks } from './edit-links';
import { lastingPlace } from './lasting-place';

/** How long a reader rests between two words. */
const restMs = 200;

export function startLiveSearch() {
  const form = document.querySelector<HTMLFormElement>('form[data-live-search]');
  const input = form?.querySelector<HTMLInputElement>('input[name=q]');
  if (!form || !input) return;
  // What the page answers; more may have been typed before this script was here.
  let asked: string | null = input.defaultValue.trim();
  const setPlace = lastingPlace();
  let timer = 0;
  let asking = new AbortController();

  const show = async () => {
    const text = input.value.trim();
    if (text === asked) return;
    asked = text;
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const page = await ask(addressOf(form), signal);
    if (page === null) {
      // The same text may be asked for once more.
      if (!signal.aborted) asked = null;
      return;
    }
    setPlace(page.address, page.document.title);
    take(page.document);
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(show, restMs);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    asking.abort();
  });
  show();
}

/** @returns the page of results, and where it lies after redirects; null when none came */
async function ask(address: string, signal: AbortSignal) {
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) return null;
    const markup = await response.text();
    return {
      address: response.url,
      document: new DOMParser().parseFromString(markup, 'text/html'),
    };
  } catch (error) {
    // Overtaken by more typing, or there is no network: the form itself still works.
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}

function addressOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  const params = new URLSearchParams(fields).toString();
  return params === '' ? form.action : `${form.action}?${params}`;
}

/** Puts the parts of another page of results in the places of this one's. */
function take(other: Document) {
  for (const part of document.querySelectorAll<HTMLElement>('[data-search-part]')) {
    const name = part.dataset.searchPart;
    const its = other.querySelector(`[data-search-part="${name}"]`);
    part.replaceChildren(...(its?.childNodes ?? []));
    fillEditLinks(part);
  }
  const status = document.querySelector('[data-search-status]');
  const count = document.querySelector('[data-search-count]');
  if (status) status.textContent = count?.textContent ?? '';
}
