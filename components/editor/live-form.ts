// The editor's form as it stands in the page. Its controls are the one truth about what is written:
// they can be typed into before any script has loaded, and are sent as they are without one.
import type { FormValues } from '@/lib/actions';
import { pickValues } from '@/lib/posts/form-texts';
import type { PostKind } from '@/lib/posts/kinds';
import { readTagNames, tagsText } from './tags/tag-list';

export type LiveForm = {
  read(): FormValues;
  /** As it came from the server, whatever has been typed since; and as its controls can hold it. */
  readInitial(): FormValues;
  /** Fills fields; those that show their text in another way hear of it by a `replace` event. */
  write(values: FormValues): void;
  /** What a server action is sent. */
  data(): FormData;
  focus(name: string): void;
  element: HTMLFormElement;
};

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

export function liveForm(element: HTMLFormElement, kind: PostKind): LiveForm {
  const controlOf = (name: string): Control | null => {
    const control = element.elements.namedItem(name);
    return isControl(control) ? control : null;
  };
  const valuesOf = (textOf: (control: Control) => string): FormValues => {
    const controls = [...element.elements].filter(isControl);
    const texts = controls.map((control) => [control.name, textOf(control)]);
    const values = pickValues(kind, Object.fromEntries(texts));
    return { ...values, tags: tagsText(readTagNames(values.tags ?? '')) };
  };
  return {
    element,
    read: () => valuesOf((control) => control.value),
    readInitial: () => valuesOf(initialValue),
    write(values) {
      for (const [name, text] of Object.entries(values)) {
        const control = controlOf(name);
        if (control === null || control.value === text) continue;
        setValue(control, text);
        control.dispatchEvent(new Event('replace'));
      }
    },
    data: () => new FormData(element),
    focus(name) {
      const control = controlOf(name);
      control?.closest('details')?.setAttribute('open', '');
      const isShown = control !== null && !control.hidden && control.type !== 'hidden';
      if (isShown) control.focus();
      else control?.dispatchEvent(new Event('wanted'));
    },
  };
}

function initialValue(control: Control): string {
  if (control instanceof HTMLSelectElement)
    return [...control.options].find((option) => option.defaultSelected)?.value ?? control.value;
  // A control of the same type drops what this one cannot hold, such as breaks in a line.
  const fresh = control.cloneNode();
  if (!isControl(fresh)) throw new Error('A control is cloned as something else.');
  fresh.value = control.defaultValue;
  return fresh.value;
}

function setValue(control: Control, text: string): void {
  if (
    control instanceof HTMLSelectElement &&
    ![...control.options].some(({ value }) => value === text)
  )
    control.add(new Option(text, text));
  control.value = text;
}
