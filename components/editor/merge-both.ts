// Out of a conflict by a third text. Apart from the other ways, for it is larger and rarely wanted.
import { type FieldMerge, mergeValues } from '@/lib/posts/merge-texts';
import type { Conflict } from './autosave/saving-state';
import { knownFrom } from './decide';
import type { EditorSession } from './session';

/** A third text made of both goes into the form, to be looked at and edited there. */
export async function mergeBoth(session: EditorSession, conflict: Conflict): Promise<void> {
  const mine = session.form.read();
  const { kind } = session.facts.get();
  const sides = { base: session.autosave.base, mine, theirs: conflict.theirs };
  const { values, undecided } = mergeValues(kind, sides);
  const both = undecided.map((field) => [field.name, withBoth(field)]);
  await session.setAside(mine);
  await session.setAside(conflict.theirs);
  session.write({ ...values, ...Object.fromEntries(both) });
  session.autosave.overrule(knownFrom(conflict));
  const names = undecided.map(({ label }) => label).join(', ');
  const message =
    names === ''
      ? 'Merged: what each of you changed is in the text.'
      : `Merged. Both of you changed the same place in: ${names}. Look there, and keep what shall stand.`;
  session.result.set({ intent: 'saveDraft', state: { status: 'ok', message, data: null } });
}

/** Of a text of one line mine; of a longer one both, one after the other, where both changed it. */
function withBoth({ name, parts }: FieldMerge): string {
  const isLine = parts.length === 1 && !oftenLong.has(name);
  return parts
    .map((part) => {
      if (part.kind === 'agreed') return part.text;
      if (isLine || part.mine.trim() === '') return part.mine || part.theirs;
      return `${part.mine.replace(/\n*$/, '\n\n')}${part.theirs}`;
    })
    .join('');
}

const oftenLong: ReadonlySet<string> = new Set(['body', 'excerpt']);
