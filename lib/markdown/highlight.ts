// Highlights code on the server. Shiki is loaded with the first block that needs it, each language
// with its first block. Our theme's colours are only numbers of the classes that stand for them.
import type { ElementContent } from 'hast';
import type { HighlighterCore, ThemeRegistration } from 'shiki/core';
import { type TokenClass, tokenClasses } from './code-classes';
import { make, text } from './tree';

/** Not worth a class. */
const plain = 'plain';

const theme: ThemeRegistration = {
  name: 'classes',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { settings: { foreground: '#000000', background: '#ffffff' } },
    rule('hl-keyword', 'keyword', 'storage', 'variable.language', 'markup.heading'),
    rule(plain, 'keyword.operator', 'storage.type.function.arrow', 'punctuation'),
    rule(plain, 'meta.template.expression'),
    rule('hl-keyword', 'keyword.operator.new', 'keyword.operator.expression'),
    rule('hl-keyword', 'keyword.operator.logical.python', 'keyword.operator.wordlike'),
    rule('hl-string', 'string', 'punctuation.definition.string', 'markup.inline.raw'),
    rule('hl-number', 'constant.numeric', 'keyword.other.unit', 'constant.other.color'),
    rule('hl-number', 'punctuation.definition.constant'),
    rule('hl-constant', 'constant.language', 'constant.character', 'support.constant'),
    rule('hl-constant', 'constant.other.symbol', 'constant.other.option'),
    rule('hl-function', 'entity.name.function', 'support.function', 'meta.function-call.generic'),
    rule('hl-type', 'entity.name.type', 'entity.name.class', 'support.type', 'support.class'),
    rule('hl-type', 'entity.other.inherited-class', 'storage.type.primitive', 'entity.name.scope'),
    rule('hl-tag', 'entity.name.tag', 'punctuation.definition.tag', 'entity.name.section'),
    rule('hl-tag', 'support.type.property-name', 'punctuation.support.type.property-name'),
    rule('hl-attr', 'entity.other.attribute-name', 'punctuation.definition.entity'),
    rule('hl-attr', 'variable.other.key', 'support.type.property-name.toml'),
    rule('hl-variable', 'variable.parameter', 'variable.other.normal', 'variable.other.php'),
    rule('hl-variable', 'variable.scss', 'variable.css', 'punctuation.definition.variable'),
    rule('hl-comment', 'comment', 'punctuation.definition.comment'),
    rule(
      'hl-punct',
      'meta.diff',
      'punctuation.definition.from-file',
      'punctuation.definition.to-file',
    ),
    rule('hl-inserted', 'markup.inserted', 'punctuation.definition.inserted'),
    rule('hl-deleted', 'markup.deleted', 'punctuation.definition.deleted'),
  ],
};

function rule(name: TokenClass | typeof plain, ...scope: string[]) {
  const number = name === plain ? 0 : tokenClasses.indexOf(name) + 1;
  return { scope, settings: { foreground: `#0000${number.toString(16).padStart(2, '0')}` } };
}

/** Names that people use for what Shiki calls otherwise; the empty ones have nothing to colour. */
const aliases: Readonly<Record<string, string>> = {
  apacheconf: 'apache',
  golang: 'go',
  jses: 'javascript',
  'nginx-conf': 'nginx',
  pycon: 'python',
  'python-interactive': 'python',
  'shell-session': 'shellsession',
  xhtml: 'html',
};

const longestCode = 60_000;

/**
 * How long a line may take. What a busy machine does not finish in time is stored half coloured, so
 * this is far more than any line needs; a language's first line waits for its grammar besides.
 */
const lineLimitMs = 500;
const firstLineLimitMs = 5000;
const compiled = new Set<string>();

let starting: Promise<HighlighterCore> | undefined;

async function start(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createOnigurumaEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/oniguruma'),
  ]);
  return createHighlighterCore({
    themes: [theme],
    langs: [],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  });
}

/** The code as classed spans; undefined for a language that we do not know. */
export async function highlight(
  code: string,
  written: string,
): Promise<ElementContent[] | undefined> {
  const name = written.toLowerCase().replace(/[-+]copy$/, '');
  const lang = aliases[name] ?? name;
  if (code.length > longestCode) return undefined;
  const { bundledLanguages } = await import('shiki/langs');
  const language = Object.entries(bundledLanguages).find(([known]) => known === lang)?.[1];
  if (!language) return undefined;
  starting ??= start();
  const highlighter = await starting;
  await highlighter.loadLanguage(language);
  const lines = highlighter.codeToTokensBase(code, {
    lang,
    theme: 'classes',
    tokenizeMaxLineLength: 2_000,
    tokenizeTimeLimit: compiled.has(lang) ? lineLimitMs : firstLineLimitMs,
  });
  compiled.add(lang);
  const tokens = lines.flatMap((line, at) =>
    at === 0 ? line : [{ content: '\n', color: undefined }, ...line],
  );
  return spans(tokens);
}

/** Neighbours of one class share a span; white space takes the class of what it follows. */
function spans(tokens: ReadonlyArray<{ content: string; color?: string }>): ElementContent[] {
  const runs: Array<{ content: string; name: string | undefined }> = [];
  for (const { content, color } of tokens) {
    const name = tokenClasses[Number.parseInt(color?.slice(1) ?? '0', 16) - 1];
    const last = runs.at(-1);
    if (last && (last.name === name || (/^[ \t]*$/.test(content) && last.name))) {
      last.content += content;
    } else runs.push({ content, name });
  }
  return runs.map(({ content, name }) =>
    name ? make('span', { className: [name] }, [text(content)]) : text(content),
  );
}
