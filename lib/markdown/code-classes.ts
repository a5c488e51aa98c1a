// The small set of classes that our style sheet colours in code, and what other highlighters' class
// names mean in it: GitHub's `pl-*`, and those of Pygments.
import type { Element, ElementContent } from 'hast';
import { attribute, classesOf, eachElement, findElement, isElement } from './tree';

export const tokenClasses = [
  'hl-keyword',
  'hl-string',
  'hl-comment',
  'hl-number',
  'hl-function',
  'hl-type',
  'hl-constant',
  'hl-tag',
  'hl-attr',
  'hl-punct',
  'hl-variable',
  'hl-inserted',
  'hl-deleted',
] as const;

export type TokenClass = (typeof tokenClasses)[number];

function table(rows: Readonly<Partial<Record<TokenClass, string>>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(rows).flatMap(([name, classes]) =>
      classes.split(' ').map((written): [string, string] => [written, name]),
    ),
  );
}

const github = table({
  'hl-keyword': 'pl-k pl-mh',
  'hl-string': 'pl-s pl-pds pl-sr pl-pse',
  'hl-comment': 'pl-c',
  'hl-function': 'pl-en',
  'hl-constant': 'pl-c1 pl-cce',
  'hl-tag': 'pl-ent',
  'hl-attr': 'pl-e',
  'hl-variable': 'pl-v',
  'hl-inserted': 'pl-mi1',
  'hl-deleted': 'pl-md',
});

const pygments = table({
  'hl-keyword': 'k kd kn kp kr ow bp',
  'hl-string': 's sa sb sc dl sd s2 se sh si sx sr s1 ss',
  'hl-comment': 'c ch cm cp cpf c1 cs',
  'hl-number': 'm mb mf mh mi il mo',
  'hl-function': 'nb nf fm nd',
  'hl-type': 'kt nc nn ne',
  'hl-constant': 'kc no',
  'hl-tag': 'nt',
  'hl-attr': 'na',
  'hl-punct': 'gp',
  'hl-variable': 'nv vc vg vi vm',
  'hl-inserted': 'gi',
  'hl-deleted': 'gd',
});

/** Renames the token classes in a block and says its language in one way; a wrapper goes. */
export function mapHighlighting(element: Element): ElementContent[] | undefined {
  if (element.tagName === 'pre') {
    eachElement(element, mapToken);
    const code = element.children.find((child) => isElement(child, 'code'));
    const classes = [...classesOf(element), ...(isElement(code) ? classesOf(code) : [])];
    nameLanguage(element, languageOf(classes));
    return undefined;
  }
  if (element.tagName !== 'div' || !classesOf(element).some((name) => wrapper.test(name))) {
    return undefined;
  }
  const language = wrapperLanguage.exec(attribute(element, 'className') ?? '')?.[1];
  const block = findElement(element, (child) => child.tagName === 'pre');
  if (block) nameLanguage(block, language);
  return element.children;
}

const wrapper = /^(?:highlight|codehilite|highlighter-rouge|wp-block-code|highlight-[\w-]+)$/;

const wrapperLanguage =
  /(?:^|\s)(?:highlight-(?:source|text)-(?:html-)?|language-|lang-)([\w+#.-]+)/;

const noLanguages =
  /^(?:code|codehilite|highlight|hljs|linenums|literal-block|prettyprint(?:ed)?|screen|source-?code|src|wp-block-code)$/i;

/** `language-x`, `lang-x`, WordPress' `brush: x;`, or simply `x`. */
function languageOf(classes: readonly string[]): string | undefined {
  const named = wrapperLanguage.exec(classes.join(' '))?.[1];
  const brush = classes[classes.indexOf('brush:') + 1];
  const written = named ?? (classes.includes('brush:') ? brush?.replace(/;$/, '') : undefined);
  return (
    written ?? classes.find((name) => /^[a-z][\w+#.-]*$/i.test(name) && !noLanguages.test(name))
  );
}

function nameLanguage(block: Element, language: string | undefined): void {
  if (language) block.properties.className = [`language-${language}`];
}

function mapToken(element: Element): void {
  if (!isElement(element, 'span')) return;
  const mapped = classesOf(element)
    .map((name) => github.get(name) ?? pygments.get(name))
    .find((name) => name !== undefined);
  if (mapped) element.properties.className = [mapped];
}
