// Which fields of a post differ between two forms, by the labels that its author knows. Pure.
import type { FormValues } from '@/lib/actions';
import { formFields } from '@/lib/posts/form-fields';
import type { PostKind } from '@/lib/posts/kinds';
import { readTagNames } from '../tags/tag-list';

export type FieldChange = {
  name: string;
  label: string;
  former: string;
  latter: string;
  /** Of more than a line, to be compared line by line. */
  isLong: boolean;
};

const shownText = (name: string, text: string) =>
  name === 'tags' ? readTagNames(text).join(', ') : text;

/** The fields that differ, in the order of the form. */
export function fieldChanges(
  kind: PostKind,
  former: FormValues,
  latter: FormValues,
): FieldChange[] {
  return formFields(kind).flatMap(({ name, label, control }) => {
    const before = shownText(name, former[name] ?? '');
    const after = shownText(name, latter[name] ?? '');
    if (before === after) return [];
    const isLong = control === 'markdown' || control === 'textarea';
    return [{ name, label, former: before, latter: after, isLong }];
  });
}
