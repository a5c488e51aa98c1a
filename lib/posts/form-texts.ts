// The texts of a post's form as they lie in the browser and travel: which there are, and whether two
// forms say the same. Apart from lib/posts/form-values.ts, which can read them and is heavy for it.
import type { FormValues } from '../actions';
import { withoutNul } from '../texts';
import { formFields } from './form-fields';
import { type PostKind, postKinds } from './kinds';

/** The kind that a form is of; every form carries it. */
export function kindOfValues(values: FormValues): PostKind | null {
  return postKinds.find((kind) => kind === values.kind) ?? null;
}

/** An empty form. */
export function emptyValues(kind: PostKind): FormValues {
  const texts = formFields(kind).map(({ name }) => [name, '']);
  return { ...Object.fromEntries(texts), bodyFormat: 'markdown', kind };
}

/** Forms are sent with the line ends of another age; and some characters no database takes. */
const cleanText = (text: string) => withoutNul(text).replace(/\r\n?/g, '\n').toWellFormed();

/** Only the fields of a kind's form, all of them: what else a request carries is dropped. */
export function pickValues(kind: PostKind, given: FormValues): FormValues {
  const empty = emptyValues(kind);
  const texts = formFields(kind).map(({ name }) => [
    name,
    cleanText(given[name] ?? empty[name] ?? ''),
  ]);
  return { ...Object.fromEntries(texts), kind };
}

/** Whether two forms say the same. */
export function isSameValues(one: FormValues, other: FormValues): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? '') === (other[name] ?? ''));
}
