// Takes the prose of a tree, block by block, through the typography.
import type { Element, ElementContent, Text } from 'hast';
import { isPhrasing } from './elements';
import type { Parent } from './tree';
import { classesOf } from './tree';
import { opaque, setPieces } from './typography';

const verbatimElements = new Set(['code', 'kbd', 'math', 'pre', 'samp', 'svg', 'textarea']);

type Piece = { value: string; node?: Text };

export function setTypography(parent: Parent): void {
  const run: Piece[] = [];
  setBlock(parent, run);
  setRun(run);
}

function setBlock(parent: Parent, run: Piece[]): void {
  for (const child of parent.children) {
    if (child.type === 'text') run.push({ value: child.value, node: child });
    if (child.type !== 'element') continue;
    if (isPhrasing(child.tagName)) setInline(child, run);
    else {
      setRun(run);
      if (!isVerbatim(child)) setBlock(child, run);
      setRun(run);
    }
  }
}

function setInline(element: Element, run: Piece[]): void {
  if (element.tagName === 'br') run.push({ value: '\n' });
  else if (isVerbatim(element) || element.children.length === 0) run.push({ value: opaque });
  else setBlock(element, run);
}

function setRun(run: Piece[]): void {
  const pieces = setPieces(run.map((piece) => piece.value));
  run.forEach(({ node }, at) => {
    if (node) node.value = pieces[at] ?? node.value;
  });
  run.length = 0;
}

function isVerbatim(element: Element): boolean {
  if (verbatimElements.has(element.tagName)) return true;
  return element.tagName === 'a'
    ? showsItsAddress(element)
    : classesOf(element).includes('github-code');
}

/** A bare address that was made a link. */
function showsItsAddress(link: Element): boolean {
  const [only, ...more] = link.children;
  const shown = more.length === 0 && isText(only) ? only.value.trim() : '';
  return shown.length > 3 && String(link.properties.href).endsWith(shown);
}

function isText(node: ElementContent | undefined): node is Text {
  return node?.type === 'text';
}
