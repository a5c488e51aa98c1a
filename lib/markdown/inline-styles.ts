// A `style` attribute never reaches a reader (the content policy forbids it). What authors mean by
// the usual ones is kept as a class, a size or an element; the rest is reported.
import type { Element } from 'hast';
import { svgPaintNames } from './sanitize-schema';
import { addClass, attribute } from './tree';

/** Declarations that our style sheet makes true anyway, or that only repair another site's. */
const redundant =
  /^(?:max-width:100%|width:100%|height:auto|display:(?:block|inline|inline-block)|margin(?:-(?:top|right|bottom|left))?:.*|(?:overflow-wrap|word-wrap|word-break|white-space|vertical-align|line-height|font-size|font-family|clear|cursor|box-sizing|aspect-ratio|object-fit|border-radius|list-style(?:-type)?):.*|color:(?:inherit|black|#000|#000000)|font-(?:weight|style):(?:normal|400))$/;

const longestStyle = 4_000;

const sized = new Set(['img', 'video', 'iframe', 'audio']);

/** What a whole `span` stands for when this is one of its declarations. */
const meanings: ReadonlyArray<[RegExp, string]> = [
  [/^text-decoration(?:-line)?:underline$/, 'u'],
  [/^text-decoration(?:-line)?:line-through$/, 's'],
  [/^font-weight:(?:bold|bolder|[6-9]00)$/, 'strong'],
  [/^font-style:(?:italic|oblique)$/, 'em'],
  [/^background(?:-color)?:(?:yellow|#ff0|#ffff00|lightyellow)$/, 'mark'],
  [/^font-family:.*monospace/, 'code'],
];

/** Turns the style into what we have for it; true when something of it had to go. */
export function convertStyle(element: Element): boolean {
  const style = attribute(element, 'style');
  delete element.properties.style;
  if (!style) return false;
  if (style.length > longestStyle) return true;
  const declarations = declarationsOf(style);
  centre(element, declarations);
  let lost = false;
  for (const [property, value] of declarations) {
    const kept = convertDeclaration(element, property, value);
    lost ||= !kept;
  }
  return lost;
}

/** Turns a drawing's style into the presentation attributes of the same name. */
export function convertDrawingStyle(element: Element): void {
  const style = attribute(element, 'style') ?? '';
  for (const [property, value] of declarationsOf(style.slice(0, longestStyle))) {
    const name = svgPaintNames.get(property);
    if (name) element.properties[name] = value;
  }
  delete element.properties.style;
}

function declarationsOf(style: string): Map<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of style.replace(/\/\*.*?\*\//gs, '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 1) continue;
    const value = declaration.slice(colon + 1).replace(/!important/i, '');
    declarations.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return declarations;
}

function centre(element: Element, declarations: ReadonlyMap<string, string>): void {
  if (!sized.has(element.tagName) && !['figure', 'table'].includes(element.tagName)) return;
  const sides = [
    declarations.get('margin'),
    declarations.get('margin-left'),
    declarations.get('margin-right'),
  ];
  if (sides.some((value) => value !== undefined && /(?:^|\s)auto(?:\s|$)/.test(value))) {
    addClass(element, 'align-center');
  }
}

function convertDeclaration(element: Element, property: string, value: string): boolean {
  const declaration = `${property}:${value}`;
  const meaning = meanings.find(([pattern]) => pattern.test(declaration))?.[1];
  if (meaning && element.tagName === 'span') {
    element.tagName = meaning;
    return true;
  }
  if (property === 'text-align' || property === 'float') return align(element, value);
  if (declaration === 'display:none' || declaration === 'visibility:hidden') {
    element.properties.hidden = true;
    return true;
  }
  return convertWidth(element, property, value) || redundant.test(declaration);
}

/** The alignments that have a class; `none` asks for nothing. */
export function align(element: Element, value: string): boolean {
  const side = value.trim().toLowerCase();
  const hasClass = ['left', 'right', 'center'].includes(side);
  if (hasClass) addClass(element, `align-${side}`);
  return hasClass || /^(?:none|start|justify|inherit)$/.test(side);
}

function convertWidth(element: Element, property: string, value: string): boolean {
  if (!sized.has(element.tagName) || !/^(?:max-)?width$/.test(property)) return false;
  const percent = Number(/^(\d{1,3})(?:\.\d+)?%$/.exec(value)?.[1]);
  if (percent >= 5 && percent < 95) {
    addClass(element, `width-${Math.max(10, Math.round(percent / 10) * 10)}`);
    return true;
  }
  const pixels = Number(/^(\d{1,4})px$/.exec(value)?.[1]);
  if (!pixels) return false;
  if (attribute(element, 'width') === undefined) element.properties.width = pixels;
  return true;
}
