// Pictures that are larger than they are shown: a click shows them as large as the window allows.
// Without this, a link to a picture leads to it.
import { button, make } from './elements';

type Shown = { image: HTMLImageElement; source: string };

const pictureName = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
/** So much larger is worth a click. */
const worthwhile = 1.15;

export function startLightbox() {
  const shown: Shown[] = [];
  const show = (image: HTMLImageElement) => open(shown, image);
  for (const image of document.querySelectorAll<HTMLImageElement>('.prose img')) {
    const link = image.closest('a');
    if (link) {
      if (!pictureName.test(link.pathname)) continue;
      shown.push({ image, source: link.href });
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        show(image);
      });
    } else if (image.closest('summary, button') === null) whenLarger(image, shown, show);
  }
}

/** What is known of its size comes with the picture. */
function whenLarger(
  image: HTMLImageElement,
  shown: Shown[],
  show: (image: HTMLImageElement) => void,
) {
  const consider = () => {
    const { source, width } = largest(image);
    if (image.clientWidth === 0 || width < image.clientWidth * worthwhile) return;
    shown.push({ image, source });
    image.tabIndex = 0;
    image.role = 'button';
    image.ariaLabel = `Enlarge: ${image.alt || 'picture'}`;
    image.classList.add('is-enlargeable');
    image.addEventListener('click', () => show(image));
    image.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      show(image);
    });
  };
  if (image.complete) consider();
  else image.addEventListener('load', consider, { once: true });
}

function largest({ srcset, currentSrc, src, naturalWidth }: HTMLImageElement) {
  const candidates = srcset.split(', ').map((candidate) => {
    const [source = '', width = ''] = candidate.trim().split(/\s+/);
    return { source, width: width.endsWith('w') ? Number.parseInt(width, 10) : 0 };
  });
  return candidates.reduce((a, b) => (b.width > a.width ? b : a), {
    source: currentSrc || src,
    width: srcset.includes('w,') ? 0 : naturalWidth,
  });
}

function open(shown: Shown[], first: HTMLImageElement) {
  // In the order of the page, whichever has come first.
  const all = [...shown].sort((a, b) =>
    a.image.compareDocumentPosition(b.image) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  let index = all.findIndex(({ image }) => image === first);
  const picture = make('img', { alt: '' });
  const caption = make('figcaption', {});
  const step = (by: number) => {
    index = (index + by + all.length) % all.length;
    const { image, source } = all[index] ?? { image: first, source: first.src };
    picture.src = source;
    picture.alt = image.alt;
    caption.textContent =
      image.closest('figure')?.querySelector('figcaption')?.textContent ?? image.title;
  };
  const close = button('Close', {}, () => dialog.close());
  const steps =
    all.length > 1
      ? [button('Previous', {}, () => step(-1)), button('Next', {}, () => step(1))]
      : [];
  const dialog = make(
    'dialog',
    { class: 'lightbox', 'aria-label': 'Picture' },
    make('figure', {}, picture, caption),
    make('p', {}, ...steps, close),
  );
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') step(-1);
    if (key === 'ArrowRight') step(1);
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || target === picture) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  step(0);
  document.body.append(dialog);
  dialog.showModal();
}
