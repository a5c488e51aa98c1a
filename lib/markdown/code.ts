// Code blocks, from a fence or an old `<pre>`, all get one shape; the keyboard can scroll them.
import type { Element, ElementContent } from 'hast';
import { highlight } from './highlight';
import { type Body, classesOf, eachElement, isBlank, isElement, make, text } from './tree';

/** Rewrites every `pre`; colours those whose language we know. */
export async function renderCode(body: Body): Promise<void> {
  const blocks: Element[] = [];
  eachElement(body, (element) => {
    if (element.tagName === 'pre') blocks.push(element);
  });
  for (const block of blocks) await renderBlock(block);
}

async function renderBlock(block: Element): Promise<void> {
  const language = languageOf(block);
  const code = trimmed(codeContent(block));
  const isPlain = code.every((node) => node.type === 'text');
  const source = isPlain
    ? code.map((node) => (node.type === 'text' ? node.value : '')).join('')
    : '';
  const coloured = language && isPlain ? await highlight(source, language) : undefined;
  const { id, lang, dir } = block.properties;
  block.properties = {
    id,
    lang,
    dir,
    className: ['code'],
    dataLanguage: coloured || !isPlain ? language : undefined,
    tabIndex: 0,
  };
  block.children = [make('code', {}, coloured ?? code)];
}

function languageOf(block: Element): string | undefined {
  const code = block.children.find((child) => isElement(child, 'code'));
  const classes = [...classesOf(block), ...(isElement(code) ? classesOf(code) : [])];
  return classes.find((name) => name.startsWith('language-'))?.slice('language-'.length);
}

/** What is in the block's only `code`, or in the block itself; a line break is a new line there. */
function codeContent(block: Element): ElementContent[] {
  const [only, ...more] = block.children.filter((child) => !isBlank(child));
  const content = isElement(only, 'code') && more.length === 0 ? only.children : block.children;
  return content
    .filter((node) => node.type !== 'comment')
    .map((node) => (isElement(node, 'br') ? text('\n') : node));
}

/** Without the empty lines that markup leaves at both ends. */
function trimmed(content: ElementContent[]): ElementContent[] {
  const first = content[0];
  if (first?.type === 'text') first.value = first.value.replace(/^(?:[ \t]*\n)+/, '');
  const last = content.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return content.filter((node) => node.type !== 'text' || node.value !== '');
}
