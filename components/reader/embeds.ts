// Players that are loaded on request (lib/markdown/frames): the frame comes out of its template at
// the click that opens its box, a video then plays, and falls silent when the box is closed.

export function startEmbeds() {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details.video-embed')) {
    const template = details.querySelector('template');
    const frame = template?.content.querySelector('iframe');
    if (!template || !frame) continue;
    const resting = frame.src;
    frame.allow = 'autoplay; fullscreen; picture-in-picture';
    details.addEventListener('toggle', () => {
      frame.src = details.open ? playing(resting) : resting;
      template.replaceWith(frame);
    });
  }
}

function playing(address: string): string {
  const url = new URL(address);
  if (/youtube-nocookie|vimeo/.test(url.host)) url.searchParams.set('autoplay', '1');
  return url.href;
}
