// Puts two changed forms of one post together: what only one side has changed is taken from it, and
// what both have changed is shown as a choice. Pure.
import { diff3Merge } from 'node-diff3';
import type { FormValues } from '../actions';
import { formFields } from './form-fields';
import type { PostKind } from './kinds';

/** A stretch of a text. */
export type MergePart =
  | { kind: 'agreed'; text: string }
  | { kind: 'choice'; base: string; mine: string; theirs: string };

export type FieldMerge = { name: string; label: string; parts: MergePart[] };

export type Sides<Value> = {
  /** What both began from. */
  base: Value;
  mine: Value;
  theirs: Value;
};

/** A text that takes in both sides' changes; parts that both have changed are choices. */
export function mergeTexts({ base, mine, theirs }: Sides<string>): MergePart[] {
  if (mine === theirs || theirs === base) return [{ kind: 'agreed', text: mine }];
  if (mine === base) return [{ kind: 'agreed', text: theirs }];
  return diff3Merge(linesOf(mine), linesOf(base), linesOf(theirs)).flatMap(
    ({ ok, conflict }): MergePart[] => {
      if (ok) return [{ kind: 'agreed', text: ok.join('') }];
      if (!conflict) return [];
      const { a, o, b } = conflict;
      return [{ kind: 'choice', base: o.join(''), mine: a.join(''), theirs: b.join('') }];
    },
  );
}

/** The text with each choice decided, in their order; what is not decided is mine. */
export function decide(parts: readonly MergePart[], choices: readonly ('mine' | 'theirs')[] = []) {
  let choice = 0;
  return parts
    .map((part) => {
      if (part.kind === 'agreed') return part.text;
      const side = choices[choice] ?? 'mine';
      choice += 1;
      return part[side];
    })
    .join('');
}

/**
 * A form that takes in both sides' changes, and the fields in which something is left to choose,
 * with mine chosen. A line that is one text is chosen as a whole.
 */
export function mergeValues(
  kind: PostKind,
  { base, mine, theirs }: Sides<FormValues>,
): { values: FormValues; undecided: FieldMerge[] } {
  const merged = formFields(kind).map(({ name, label, control }) => {
    const sides = {
      base: base[name] ?? '',
      mine: mine[name] ?? '',
      theirs: theirs[name] ?? '',
    };
    const isLong = control === 'markdown' || control === 'textarea';
    const parts = control === 'tags' ? mergeTags(sides) : isLong ? mergeTexts(sides) : whole(sides);
    return { name, label, parts };
  });
  const texts = merged.map(({ name, parts }) => [name, decide(parts)]);
  return {
    values: { ...mine, ...Object.fromEntries(texts) },
    undecided: merged.filter(({ parts }) => parts.some((part) => part.kind === 'choice')),
  };
}

function whole({ base, mine, theirs }: Sides<string>): MergePart[] {
  if (mine === theirs || theirs === base) return [{ kind: 'agreed', text: mine }];
  if (mine === base) return [{ kind: 'agreed', text: theirs }];
  return [{ kind: 'choice', base, mine, theirs }];
}

/** My tags without those that they took away, and then those that they added: never a choice. */
function mergeTags({ base, mine, theirs }: Sides<string>): MergePart[] {
  if (theirs === base) return [{ kind: 'agreed', text: mine }];
  if (mine === base) return [{ kind: 'agreed', text: theirs }];
  const [before, kept, wanted] = [base, mine, theirs].map((text) =>
    text.split('\n').filter(Boolean),
  );
  const isTaken = (tag: string) => before?.includes(tag) && !wanted?.includes(tag);
  const isAdded = (tag: string) => !before?.includes(tag) && !kept?.includes(tag);
  const tags = [...(kept ?? []).filter((tag) => !isTaken(tag)), ...(wanted ?? []).filter(isAdded)];
  return [{ kind: 'agreed', text: tags.join('\n') }];
}

/** Lines with their ends; a last line without one is told from one with it. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
