// Which element names exist for us, and which of them may stand inside a paragraph.

const words = (names: string): readonly string[] => names.trim().split(/\s+/);

const inlineHtml = words(`
  a abbr audio b bdi bdo br cite code data del dfn em i iframe img input ins kbd mark picture q
  ruby s samp small span strong sub sup time u var video wbr`);

const blockHtml = words(`
  address article aside blockquote caption col colgroup dd details div dl dt figcaption figure
  h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td tfoot th thead tr ul`);

const partsHtml = words('rp rt source track');

export const svgElements = words(`
  svg circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon
  polyline radialGradient rect stop symbol text textPath title tspan use`);

export const mathElements = words(`
  math maction menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts
  mroot mrow ms mspace msqrt msub msubsup msup mtable mtd mtext mtr munder munderover none
  semantics`);

/** Elements that a rendered body may hold; an SVG `title` never counts as the one of a page. */
export const allowedElements: readonly string[] = [
  ...inlineHtml,
  ...blockHtml,
  ...partsHtml,
  ...svgElements,
  ...mathElements,
];

/** Removed together with what they hold, because that is no text for readers. */
export const strippedElements = words(`
  applet area base basefont bgsound button embed frame frameset head input link meta noembed
  noframes object option optgroup param script select style template textarea title
  animate animateMotion animateTransform foreignObject image mglyph malignmark metadata set
  annotation annotation-xml feImage filter switch view`);

/** Removed or converted, but their content stays. */
const unwrappedElements = words(`
  acronym big blink body canvas center command content dialog dir fieldset font footer form header
  hgroup html isindex keygen label legend listing main map marquee menu menuitem meter multicol nav
  nextid nobr noscript output plaintext portal progress rb rtc search shadow slot spacer strike tt
  xmp`);

const known = new Set(
  [...allowedElements, ...strippedElements, ...unwrappedElements].map((name) => name.toLowerCase()),
);

/** A name without meaning in HTML, such as a placeholder that an author wrote as `<name>`. */
export function isUnknownElement(name: string): boolean {
  return !/[-:]/.test(name) && !known.has(name.toLowerCase());
}

const phrasing = new Set([...inlineHtml, ...partsHtml, 'svg', 'math']);

export function isPhrasing(name: string): boolean {
  return phrasing.has(name);
}

export const headingLevels: Readonly<Record<string, number>> = {
  h1: 1,
  h2: 2,
  h3: 3,
  h4: 4,
  h5: 5,
  h6: 6,
};
