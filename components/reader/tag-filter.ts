// The filter of the tag index: shows the tags whose names hold the typed words in their order.

export function startTagFilter() {
  const form = document.querySelector<HTMLFormElement>('form[data-tag-filter]');
  const input = form?.querySelector('input');
  const status = form?.querySelector('output');
  if (!form || !input || !status) return;
  const sections = [...document.querySelectorAll<HTMLElement>('[data-tag-section]')];
  const items = [...document.querySelectorAll<HTMLElement>('[data-tag-section] li')].map(
    (item) => ({
      item,
      name: (item.querySelector('a')?.textContent ?? '').toLowerCase(),
    }),
  );
  form.hidden = false;

  const apply = () => {
    const words = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { item, name } of items) {
      const matches = holdsInOrder(name, words);
      item.hidden = !matches;
      if (matches) shown += 1;
    }
    for (const section of sections) section.hidden = !section.querySelector('li:not([hidden])');
    status.textContent =
      words.length === 0 ? '' : `${shown.toLocaleString()} ${shown === 1 ? 'tag' : 'tags'}`;
  };
  input.addEventListener('input', apply);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const found = items.filter(({ item }) => !item.hidden);
    const exact = found.find(({ name }) => name === input.value.trim().toLowerCase());
    (exact ?? (found.length === 1 ? found[0] : undefined))?.item.querySelector('a')?.click();
  });
  // The browser may have kept what was typed when the reader comes back.
  apply();
}

function holdsInOrder(name: string, words: string[]): boolean {
  let from = 0;
  return words.every((word) => {
    const at = name.indexOf(word, from);
    from = at + word.length;
    return at !== -1;
  });
}
