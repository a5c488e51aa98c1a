// Whether an owner's style sheet can stand as it is. It is served as a file of its own, so there is
// no element that it could break out of; but a bracket left open would swallow the rest unnoticed.

/** Longest style sheet, in bytes. */
export const maxCssBytes = 50 * 1024;

const token =
  /\\[\s\S]|\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|\burl\(\s*[^"'()\s]*\s*\)|@(?:import|charset|namespace)\b|\/\*|[\s\S]/giy;

const closing: Record<string, string> = { '{': '}', '(': ')', '[': ']' };

/** The first thing in a style sheet that a browser would not read as it is meant; null when none. */
export function findCssProblem(css: string): string | null {
  const bytes = new TextEncoder().encode(css).length;
  if (bytes > maxCssBytes)
    return `has ${Math.ceil(bytes / 1024)} KB; at most ${maxCssBytes / 1024} KB are taken`;
  const open: { bracket: string; line: number }[] = [];
  let line = 1;
  for (const [text] of css.matchAll(token)) {
    const problem = problemOf(text, line, open);
    if (problem !== null) return problem;
    line += text.split('\n').length - 1;
  }
  const last = open.at(-1);
  return last ? `line ${last.line}: this “${last.bracket}” is never closed` : null;
}

function problemOf(
  text: string,
  line: number,
  open: { bracket: string; line: number }[],
): string | null {
  if (text === '\0') return `line ${line}: a NUL is no part of a style sheet`;
  if (text === '/*') return `line ${line}: this comment never ends`;
  if (text === '"' || text === "'") return `line ${line}: this ${text} is never closed`;
  if (/^@./.test(text))
    return `line ${line}: ${text} does nothing here; everything has to stand in this one sheet`;
  if (text in closing) open.push({ bracket: text, line });
  if (text !== '}' && text !== ')' && text !== ']') return null;
  const last = open.pop();
  if (last === undefined) return `line ${line}: this “${text}” closes nothing`;
  return closing[last.bracket] === text
    ? null
    : `line ${line}: this “${text}” stands where the “${last.bracket}” of line ${last.line} should be closed`;
}
