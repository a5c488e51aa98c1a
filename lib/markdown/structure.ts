// Makes a cleaned tree valid HTML: no block in a paragraph, nothing interactive in a link, lists and
// tables of the right children. Works from the leaves up, so that every rule sees repaired children.
import type { Element, ElementContent } from 'hast';
import { hasContent, isBlock, transparent } from './content';
import { headingLevels, isPhrasing } from './elements';
import { repairDescriptions, repairList, wrapStrayItems } from './lists';
import { repairTablePart } from './tables';
import {
  type Body,
  findElement,
  isBlank,
  isElement,
  make,
  type Parent,
  replaceElements,
  text,
} from './tree';

const phrasingOnly = new Set([...Object.keys(headingLevels), 'pre', 'rp', 'rt', 'summary']);
/** Parts of a document, which the details of a contact and the head of a column have none of. */
const parts = new Set([
  ...Object.keys(headingLevels),
  'address',
  'article',
  'aside',
  'blockquote',
  'details',
  'figure',
  'section',
]);
const empties = new Set(['p', 'a', ...Object.keys(headingLevels)]);

export function repairStructure(body: Body): void {
  replaceElements(body, repair);
  wrapStrayItems(body);
  wrapLoosePhrasing(body);
}

function repair(element: Element, parent: Parent): ElementContent[] | undefined {
  wrapStrayItems(element);
  if (empties.has(element.tagName) && !hasContent(element)) return emptied(element);
  if (phrasingOnly.has(element.tagName)) element.children = flattened(element);
  if (element.tagName === 'dt') demoteHeadings(element);
  switch (element.tagName) {
    case 'address':
      return renameWithParts(element, 'div');
    case 'th':
      return renameWithParts(element, 'td');
    case 'rt':
    case 'rp':
      return isElement(parent, 'ruby') ? undefined : element.children;
    case 'source':
    case 'track':
      return isElement(parent, 'picture', 'video', 'audio') ? undefined : [];
    case 'p':
      return element.children.some(isBlock) ? splitAround(element, false) : undefined;
    case 'ul':
    case 'ol':
      return repairList(element);
    case 'dl':
      return repairDescriptions(element);
    case 'details':
      return repairDetails(element);
    case 'figure':
      return repairFigure(element);
    case 'picture':
      return repairPicture(element);
    case 'a':
      return isInteractive(element) ? element.children : undefined;
    default:
      return repairTablePart(element) ?? repairInline(element);
  }
}

function renameWithParts(element: Element, name: string): undefined {
  if (findElement(element, (child) => parts.has(child.tagName))) element.tagName = name;
}

/** What is left of an element without content: comments, and the places that links lead to. */
function emptied(element: Element): ElementContent[] {
  const targets: ElementContent[] = [];
  const collect = (within: Element) => {
    const { id } = within.properties;
    if (id !== undefined) targets.push(make('span', { id }));
    for (const child of within.children) {
      if (isElement(child)) collect(child);
      else if (child.type === 'comment') targets.push(child);
    }
  };
  collect(element);
  const isTarget = targets.some((target) => isElement(target));
  return isTarget && !isPhrasing(element.tagName) ? [make('p', {}, targets)] : targets;
}

function isDrawing(element: Element): boolean {
  return element.tagName === 'svg' || element.tagName === 'math';
}

function repairInline(element: Element): ElementContent[] | undefined {
  const { tagName } = element;
  if (!isPhrasing(tagName) || transparent.has(tagName) || isDrawing(element)) return undefined;
  return element.children.some(isBlock) ? splitAround(element, true) : undefined;
}

/** Blocks leave the element; what stands between them stays in copies of it. */
function splitAround(element: Element, intoParagraphs: boolean): ElementContent[] {
  const parts: ElementContent[] = [];
  let run: ElementContent[] = [];
  let properties = element.properties;
  const copy = (children: ElementContent[]) => {
    const part = make(element.tagName, { ...properties }, children);
    properties = { ...properties, id: undefined };
    return part;
  };
  const flush = () => {
    parts.push(...wrapped(run, copy));
    run = [];
  };
  for (const child of element.children) {
    if (!isBlock(child)) {
      run.push(child);
      continue;
    }
    flush();
    if (intoParagraphs && isElement(child, 'p')) child.children = [copy(child.children)];
    parts.push(child);
  }
  flush();
  return parts;
}

function flattened(element: Element): ElementContent[] {
  return flattenBlocks(element.children, element.tagName === 'pre' ? '\n' : ' ');
}

/** The children without any block: what blocks held, parted by the gap. */
export function flattenBlocks(children: ElementContent[], gap: string): ElementContent[] {
  if (!children.some(isBlock)) return children;
  return children.flatMap((child) =>
    isBlock(child) ? [...flattenBlocks(child.children, gap), text(gap)] : [child],
  );
}

/** A term is no heading. */
function demoteHeadings(element: Element): void {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.tagName in headingLevels) child.tagName = 'strong';
    else demoteHeadings(child);
  }
}

const interactive = new Set(['a', 'audio', 'details', 'iframe', 'input', 'video']);

function isInteractive(link: Element): boolean {
  return findElement(link, (child) => interactive.has(child.tagName)) !== undefined;
}

function repairDetails(details: Element): undefined {
  const summary = details.children.find((child) => isElement(child, 'summary'));
  const rest = details.children.filter((child) => child !== summary);
  for (const child of rest) if (isElement(child, 'summary')) child.tagName = 'div';
  details.children = [summary ?? make('summary', {}, [text('Details')]), ...rest];
}

function repairFigure(figure: Element): undefined {
  const captions = figure.children.filter((child) => isElement(child, 'figcaption'));
  const caption = captions[0];
  if (!isElement(caption)) return;
  for (const more of captions.slice(1)) if (isElement(more)) more.tagName = 'div';
  const content = figure.children.filter((child) => child !== caption);
  const isFirst = figure.children.find((child) => !isBlank(child)) === caption;
  figure.children = isFirst ? [caption, ...content] : [...content, caption];
}

function repairPicture(picture: Element): ElementContent[] | undefined {
  const parts = picture.children.filter((child) => isElement(child, 'source', 'img'));
  const image = parts.findIndex((child) => isElement(child, 'img'));
  if (image < 0) return picture.children.filter((child) => !isElement(child, 'source'));
  picture.children = parts.slice(0, image + 1);
  return undefined;
}

/** The run in its new parent, white space and comments around it left outside. */
function wrapped(
  run: ElementContent[],
  wrap: (content: ElementContent[]) => Element,
): ElementContent[] {
  if (!run.some(hasContent)) return run;
  const first = run.findIndex((node) => !isBlank(node));
  const end = run.findLastIndex((node) => !isBlank(node)) + 1;
  return [...run.slice(0, first), wrap(run.slice(first, end)), ...run.slice(end)];
}

function wrapLoosePhrasing(body: Body): void {
  const children: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = () => {
    children.push(...wrapped(run, (content) => make('p', {}, content)));
    run = [];
  };
  for (const child of body.children) {
    if (isBlock(child)) {
      flush();
      children.push(child);
    } else run.push(child);
  }
  flush();
  body.children = children;
}
