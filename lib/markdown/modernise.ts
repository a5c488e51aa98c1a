// Elements and attributes of older HTML, turned into what the standard has for them today.
import type { Element, ElementContent } from 'hast';
import { align, convertStyle } from './inline-styles';
import { isAttributeToReport, type Removals } from './removals';
import { addClass, attribute, classesOf, isElement } from './tree';

const renamed: Readonly<Record<string, string>> = {
  acronym: 'abbr',
  center: 'div',
  dir: 'ul',
  footer: 'div',
  header: 'div',
  hgroup: 'div',
  listing: 'pre',
  main: 'div',
  menu: 'ul',
  nav: 'div',
  plaintext: 'pre',
  strike: 's',
  tt: 'code',
  xmp: 'pre',
};

/** Without a modern equal, or not ours to offer: the content stays, nobody misses the rest. */
const unwrapped = new Set(
  'big blink body fieldset font html label legend marquee multicol nobr noscript output rb rtc search shadow spacer'.split(
    ' ',
  ),
);

/** Classes of `span` that blogs used before they had an element for it. */
const spanMeanings: Readonly<Record<string, string>> = {
  strike: 's',
  strikethrough: 's',
  u: 'u',
  underline: 'u',
};

export function modernise(element: Element, removals: Removals): ElementContent[] | undefined {
  if (unwrapped.has(element.tagName)) return element.children;
  if (element.tagName === 'center') addClass(element, 'align-center');
  if (element.tagName === 'span') {
    const meaning = classesOf(element).find((name) => Object.hasOwn(spanMeanings, name));
    if (meaning) element.tagName = spanMeanings[meaning] ?? 'span';
  }
  element.tagName = renamed[element.tagName] ?? element.tagName;
  moderniseAttributes(element, removals);
  return replacementOf(element);
}

function moderniseAttributes(element: Element, removals: Removals): void {
  const { properties } = element;
  for (const name of Object.keys(properties)) {
    if (isAttributeToReport(name)) removals.add(`${name.toLowerCase()} attribute`);
  }
  if (properties.style !== undefined && convertStyle(element)) removals.add('style attribute');
  const side = attribute(element, 'align');
  if (side) align(element, side);
  if (classesOf(element).includes('numeric')) addClass(element, 'align-right');
  const language = attribute(element, 'xmlLang') ?? attribute(element, 'xml:lang');
  if (language) properties.lang ??= language;
  if (properties.name !== undefined) properties.id ??= attribute(element, 'name');
  integerSize(element, 'width');
  integerSize(element, 'height');
}

function integerSize(element: Element, name: 'width' | 'height'): void {
  const written = attribute(element, name);
  if (written === undefined) return;
  const pixels = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(written)?.[1];
  const percent = name === 'width' ? /^\s*([1-9]\d)%\s*$/.exec(written)?.[1] : undefined;
  if (pixels && Number(pixels) > 0) {
    element.properties[name] = Number(pixels);
    return;
  }
  delete element.properties[name];
  if (percent && element.tagName === 'img' && Number(percent) < 95) {
    addClass(element, `width-${Math.round(Number(percent) / 10) * 10}`);
  }
}

function replacementOf(element: Element): ElementContent[] | undefined {
  switch (element.tagName) {
    case 'a':
      return element.properties.href === undefined ? anchorTarget(element) : undefined;
    case 'bdo':
      return element.properties.dir === undefined ? element.children : undefined;
    case 'data':
      return element.properties.value === undefined ? element.children : undefined;
    case 'time':
      return /\d/.test(attribute(element, 'dateTime') ?? '') ? undefined : element.children;
    case 'video':
    case 'audio':
      return player(element);
    default:
      return undefined;
  }
}

/** `<a name="x">` was a place to link to; the place may also be the text in it. */
function anchorTarget(element: Element): ElementContent[] {
  if (!element.properties.id) return element.children;
  element.tagName = 'span';
  return [element];
}

/** Nothing plays by itself, so everything that plays needs its buttons. */
function player(element: Element): ElementContent[] | undefined {
  const { properties } = element;
  const parts: ElementContent[] = element.children.filter((child) =>
    isElement(child, 'source', 'track'),
  );
  if (properties.src === undefined && !parts.some(isSource)) {
    return element.children.filter((child) => !parts.includes(child));
  }
  properties.controls = true;
  properties.preload ??= properties.poster ? 'none' : 'metadata';
  if (properties.src !== undefined) element.children = parts.filter(isTrack);
  else element.children = parts;
  return undefined;
}

function isSource(part: ElementContent): boolean {
  return isElement(part, 'source');
}

function isTrack(part: ElementContent): boolean {
  return isElement(part, 'track');
}
