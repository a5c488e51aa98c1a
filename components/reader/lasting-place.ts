// The address and the title of a page that changes after it was loaded. Where a platform leaves the
// framework's scripts in, they write the ones that they began with once they have started, which may
// be after the first change; what is set here lasts.

/** @returns how to set both */
export function lastingPlace(): (address: string, title: string) => void {
  const write = history.replaceState.bind(history);
  let kept: { address: string; title: string } | null = null;
  history.replaceState = (state, unused, address) => write(state, unused, kept?.address ?? address);
  const keepTitle = () => {
    if (kept !== null && document.title !== kept.title) document.title = kept.title;
  };
  new MutationObserver(keepTitle).observe(document.head, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  return (address, title) => {
    kept = { address, title };
    write(null, '', address);
    keepTitle();
  };
}
