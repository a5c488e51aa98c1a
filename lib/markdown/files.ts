// What the library knows of a file is written to where a text shows it: the size, so that nothing
// shifts when it comes, smaller pictures for smaller screens, what it shows in words, what is said
// under it; of a film its still picture and its captions. What the author has written there stays.
import type { Element } from 'hast';
import { editionPath, mediaPath, parseMediaPath } from '../media/addresses';
import type { MediaFact, MediaFacts } from '../media/facts';
import { attribute, type Body, isBlank, isElement, make, replaceElements, text } from './tree';

/** As wide as the column of text, or the screen. */
const sizes = '(max-width: 40rem) 100vw, 36rem';

export function showFiles(body: Body, files: MediaFacts): void {
  replaceElements(body, (element) => {
    const file = fileOf(element, files);
    if (file === undefined) return undefined;
    if (element.tagName === 'img') showPicture(element, file);
    if (element.tagName === 'video') showFilm(element, file);
    if (element.tagName === 'audio') element.properties.preload ??= 'metadata';
    return undefined;
  });
}

function fileOf(element: Element, files: MediaFacts): MediaFact | undefined {
  if (!isElement(element, 'img', 'video', 'audio')) return undefined;
  const source = attribute(element, 'src')?.split(/[?#]/)[0] ?? '';
  return files[parseMediaPath(source)?.id ?? 0];
}

function showPicture({ properties }: Element, file: MediaFact): void {
  properties.src = mediaPath(file);
  properties.alt ||= file.alt;
  fillSize({ properties }, file);
  if (properties.srcSet) return;
  const widest = file.width ?? 0;
  const candidates = file.widths.map((width) => `${editionPath(file, width)} ${width}w`);
  if (candidates.length === 0) {
    properties.srcSet = `${editionPath(file)} 1x`;
    return;
  }
  properties.srcSet = [...candidates, `${editionPath(file)} ${widest}w`].join(', ');
  const given = Number(properties.width);
  properties.sizes ??= given < widest ? `(max-width: 40rem) 100vw, ${given}px` : sizes;
}

/** The given side decides about the other; a share of the line decides for itself. */
function fillSize({ properties }: Pick<Element, 'properties'>, { width, height }: MediaFact): void {
  if (width === null || height === null) return;
  const pixels = (name: string) => {
    const value = Number(properties[name]);
    return Number.isFinite(value) && value > 0 ? value : null;
  };
  const [givenWidth, givenHeight] = [pixels('width'), pixels('height')];
  if (properties.width !== undefined && givenWidth === null) return;
  if (givenWidth !== null && givenHeight !== null) return;
  const scale =
    givenWidth !== null ? givenWidth / width : givenHeight !== null ? givenHeight / height : 1;
  properties.width = Math.round(width * scale);
  properties.height = Math.round(height * scale);
}

function showFilm(film: Element, file: MediaFact): void {
  const { properties } = film;
  properties.preload ??= 'metadata';
  if (file.poster !== null) properties.poster ??= file.poster;
  fillSize(film, file);
  const hasTrack = film.children.some((child) => isElement(child, 'track'));
  if (file.captions === null || hasTrack) return;
  film.children.push(
    make('track', { kind: 'captions', src: file.captions, label: 'Captions', default: true }),
  );
}

/** A picture or film that is a paragraph of its own gets what is said under it. */
export function captionPictures(body: Body, files: MediaFacts): void {
  replaceElements(body, (element) => {
    if (element.tagName !== 'p') return undefined;
    const [shown, ...others] = element.children.filter((child) => !isBlank(child));
    if (!isElement(shown) || others.length > 0) return undefined;
    const [inner = shown] = isElement(shown, 'a') ? shown.children : [];
    const file = isElement(inner) ? fileOf(inner, files) : undefined;
    if (!file?.caption) return undefined;
    return [make('figure', {}, [shown, make('figcaption', {}, [text(file.caption)])])];
  });
}
