// Source to tree, one frozen processor for each kind of source. The HTML parser comes into Markdown
// only where its author wrote HTML.
import type { ElementContent } from 'hast';
import type { Root as MarkdownRoot, Nodes } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { isUnknownElement } from './elements';
import { isTooHardHtml, isTooHardMarkdown, joinTags } from './source';
import { type Body, bodyOf, make, type Parent, text } from './tree';

const markdownParser = unified().use(remarkParse).use(remarkGfm).freeze();
const inlineParser = unified().use(remarkParse).use(remarkGfm).use(onlyInline).freeze();
const htmlParser = unified().use(rehypeParse, { fragment: true }).freeze();
const markdownToHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
  .freeze();
const rawParser = unified().use(rehypeRaw).freeze();

const deepestTree = 200;

export function parseMarkdown(source: string): Body | undefined {
  return isTooHardMarkdown(source) ? undefined : treeOf(markdownParser.parse(joinTags(source)));
}

/** Markdown of one line: a leading `#`, `1.` or `-` is only a character. */
export function parseInlineMarkdown(source: string): Body | undefined {
  return isTooHardMarkdown(source) ? undefined : treeOf(inlineParser.parse(source));
}

export function parseHtml(source: string): Body | undefined {
  return isTooHardHtml(source) ? undefined : bodyOf(htmlParser.parse(source));
}

/** An empty line parts paragraphs, a new line is kept. */
export function parseText(source: string): Body {
  const paragraphs = source.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return {
    type: 'root',
    children: paragraphs.map((paragraph) => {
      const lines = paragraph.trim().split('\n');
      return make(
        'p',
        {},
        lines.flatMap((line, at) => (at === 0 ? [text(line)] : [make('br'), text(`\n${line}`)])),
      );
    }),
  };
}

function treeOf(markdown: MarkdownRoot): Body | undefined {
  if (isTooDeep(markdown)) return undefined;
  const body = bodyOf(markdownToHtml.runSync(markdown));
  const html = settleRaw(body);
  if (isTooHardHtml(html)) return undefined;
  return html === '' ? body : bodyOf(rawParser.runSync(body));
}

/** Counted without recursion, which is what the depth would break. */
function isTooDeep(root: MarkdownRoot): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestTree) return true;
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
  return false;
}

/** Names of tags written by hand, with what follows them up to the end. */
const tag = /<(\/?)([a-z][^<>]*)>/gi;

/** Writes placeholders such as `<name>` out as text; returns the HTML that is left to parse. */
function settleRaw(parent: Parent): string {
  const left: string[] = [];
  const placeholders = new Set<string>();
  let isInLink = false;
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element') {
      left.push(settleRaw(child));
      // In a link written as HTML, an address is not a second link.
      return isInLink && child.tagName === 'a' ? child.children : [child];
    }
    if (child.type !== 'raw') return [child];
    const settled = settledRaw(child.value, placeholders);
    if (settled.type !== 'raw') return [settled];
    isInLink = /^<a[\s>]/i.test(settled.value) || (isInLink && !/^<\/a/i.test(settled.value));
    left.push(settled.value);
    return [settled];
  });
  return left.join('');
}

function settledRaw(value: string, placeholders: Set<string>): ElementContent {
  const comment = /^<!--(?!-?>)((?:(?!--).)*)-->$/s.exec(value)?.[1];
  if (comment !== undefined) return { type: 'comment', value: comment };
  let hasKnown = false;
  const escaped = value.replace(tag, (written, slash: string, inside: string) => {
    const name = (/^[^\s/]*/.exec(inside)?.[0] ?? '').toLowerCase();
    // An end without a beginning is a slip of the pen, and no parser minds it.
    const isPlaceholder = isUnknownElement(name) && (slash === '' || placeholders.has(name));
    if (isPlaceholder) placeholders.add(name);
    hasKnown ||= !isPlaceholder;
    return isPlaceholder ? `&lt;${written.slice(1)}` : written;
  });
  const isOnlyText = !hasKnown && escaped.startsWith('&lt;') && !/[<&]/.test(escaped.slice(1));
  return isOnlyText ? text(`<${escaped.slice(4)}`) : { type: 'raw', value: escaped };
}

/** Turns off everything that makes a block of its own. */
function onlyInline(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({
    disable: {
      null: [
        'blockQuote',
        'codeFenced',
        'codeIndented',
        'definition',
        'gfmFootnoteDefinition',
        'headingAtx',
        'htmlFlow',
        'list',
        'setextUnderline',
        'table',
        'thematicBreak',
      ],
    },
  });
}
