// Players that are loaded on request (lib/markdown/frames). They work without this; with it a
// video plays at the click that opens it, and falls silent when it is closed.

export function startEmbeds() {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details.video-embed')) {
    const frame = details.querySelector('iframe');
    if (!frame) continue;
    const resting = frame.src;
    details.addEventListener('toggle', () => {
      frame.allow = 'autoplay; fullscreen; picture-in-picture';
      frame.src = details.open ? playing(resting) : resting;
    });
  }
}

function playing(address: string): string {
  const url = new URL(address);
  if (/youtube-nocookie|vimeo/.test(url.host)) url.searchParams.set('autoplay', '1');
  return url.href;
}
