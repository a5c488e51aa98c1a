// The allow-list: every element, attribute and class that may reach a reader. A body is cleaned by
// it after the conversions (`embeds.ts`, `modernise.ts`) and before we add markup of our own.
import type { Options as Schema } from 'rehype-sanitize';
import { allowedElements, mathElements, strippedElements, svgElements } from './elements';

/** Classes that a body may carry; the style sheet knows each of them. */
const bodyClasses = [
  'className',
  'blogmark-image',
  'context',
  'contains-task-list',
  'data-footnote-backref',
  'footnotes',
  'sr-only',
  'task-list-item',
  /^align-(?:left|center|right)$/,
  /^width-[1-9]0$/,
  /^language-[\w+#.-]+$/,
  /^(?:embed|video-embed|video-link|click-to-play|gallery|gallery-[1-6])$/,
  /^github-code(?:-file|-lines|-repo)?$/,
  /^hl-[a-z]+$/,
] as const;

/** A reference may only point into the same picture. */
const localReference = /^#[^\s"'<>]+$/;
const paint = /^(?!.*url\()[^<>;{}]*$|^url\(\s*['"]?#[\w.:-]+['"]?\s*\)(?:\s+[\w#]+)?$/is;

const paintedAttributes = `
  clipPath clipPathUnits clipRule color colorInterpolation cx cy d display dominantBaseline dx dy fill
  fillOpacity fillRule focusable fontFamily fontSize fontStyle fontWeight fx fy gradientTransform
  gradientUnits height letterSpacing lengthAdjust markerEnd markerHeight markerMid markerStart
  markerUnits markerWidth mask maskContentUnits maskUnits offset opacity orient paintOrder
  patternContentUnits patternTransform patternUnits points preserveAspectRatio r refX refY rotate
  rx ry shapeRendering spreadMethod startOffset stopColor stopOpacity stroke strokeDashArray
  strokeDashOffset strokeLineCap strokeLineJoin strokeMiterLimit strokeOpacity strokeWidth
  textAnchor textDecoration textLength transform transformOrigin vectorEffect viewBox visibility
  width wordSpacing writingMode x x1 x2 y y1 y2`
  .trim()
  .split(/\s+/);

/** SVG presentation attributes by their CSS name, so that a `style` can be turned into them. */
export const svgPaintNames: ReadonlyMap<string, string> = new Map(
  paintedAttributes.map((name) => [
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    name,
  ]),
);

type Definition = NonNullable<NonNullable<Schema['attributes']>[string]>[number];

const svgAttributes: Definition[] = [
  ...paintedAttributes.map((name): Definition => [name, paint]),
  ['href', localReference],
  ['xLinkHref', localReference],
  ['role', 'img', 'presentation', 'none'],
  ['ariaHidden', 'true'],
  'ariaLabel',
  'ariaLabelledBy',
];

const mathAttributes: Definition[] = [
  'accent',
  'accentUnder',
  'columnSpan',
  'display',
  'displayStyle',
  'fence',
  'linethickness',
  'mathvariant',
  'rowSpan',
  'scriptlevel',
  'separator',
  'stretchy',
];

function each(names: readonly string[], definitions: Definition[]): Record<string, Definition[]> {
  return Object.fromEntries(names.map((name) => [name, definitions]));
}

function within(ancestor: string, names: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(
    names.filter((name) => name !== ancestor).map((name) => [name, [ancestor]]),
  );
}

const size: Definition[] = ['width', 'height'];
const cell: Definition[] = ['colSpan', 'rowSpan', 'headers'];
const media: Definition[] = [
  ...size,
  'src',
  'controls',
  'loop',
  'muted',
  ['preload', 'none', 'metadata', 'auto'],
  ['crossOrigin', 'anonymous', ''],
  'ariaLabel',
];

export const bodySchema: Schema = {
  allowComments: true, // The excerpt looks for its cut-off; `structure.ts` then drops them all.
  tagNames: [...allowedElements],
  strip: [...strippedElements],
  clobber: [],
  ancestors: {
    ...within('svg', svgElements),
    ...within('math', mathElements),
    ...within('table', ['caption', 'col', 'colgroup', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']),
    rp: ['ruby'],
    rt: ['ruby'],
    source: ['picture', 'video', 'audio'],
    track: ['video', 'audio'],
  },
  attributes: {
    '*': [
      [...bodyClasses],
      ['dir', 'ltr', 'rtl', 'auto'],
      ['hidden', true, ''],
      'id',
      'lang',
      'title',
    ],
    ...each(svgElements, svgAttributes),
    ...each(mathElements, mathAttributes),
    a: [
      'href',
      'hrefLang',
      'download',
      ['rel', 'me', 'nofollow', 'license', 'ugc', 'sponsored', 'noopener'],
      'ariaLabel',
      'ariaDescribedBy',
      'dataFootnoteRef',
      'dataFootnoteBackref',
    ],
    audio: media,
    blockquote: ['cite'],
    col: ['span'],
    colgroup: ['span'],
    data: ['value'],
    del: ['cite', 'dateTime'],
    details: ['open'],
    iframe: [
      ...size,
      'src',
      'allowFullScreen',
      ['loading', 'lazy'],
      ['referrerPolicy', 'strict-origin-when-cross-origin'],
    ],
    img: [...size, 'src', 'srcSet', 'sizes', 'alt', ['crossOrigin', 'anonymous', '']],
    input: [['type', 'checkbox'], 'checked', ['disabled', true]],
    ins: ['cite', 'dateTime'],
    li: ['value'],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    q: ['cite'],
    section: ['dataFootnotes'],
    source: [...size, 'src', 'srcSet', 'sizes', 'type', 'media'],
    td: cell,
    th: [...cell, 'abbr', ['scope', 'row', 'col', 'rowgroup', 'colgroup']],
    time: ['dateTime'],
    track: [
      'src',
      ['kind', 'subtitles', 'captions', 'descriptions', 'chapters'],
      'srcLang',
      'label',
      'default',
    ],
    video: [...media, 'poster', 'playsInline'],
  },
  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    cite: ['http', 'https'],
    src: ['http', 'https', 'data'], // `addresses.ts` lets only small raster images be data.
    poster: ['http', 'https'],
    srcSet: ['http', 'https'],
  },
};
