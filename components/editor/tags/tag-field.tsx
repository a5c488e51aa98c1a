'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Field } from '../../ui/field';
import type { EditorFieldProps } from '../fields/editor-field';
import { TagChip } from './tag-chip';
import { TagInput } from './tag-input';
import { readTagNames, tagsTextWith, withoutTag, withTagMoved, withTags } from './tag-list';

/** The tags of a post in their order. Without script a line of names with commas between. */
export function TagField({ field, value, error }: EditorFieldProps) {
  const plain = useRef<HTMLInputElement>(null);
  const [names, setNames] = useState<string[] | null>(null);
  // What was typed before this script took over counts.
  useEffect(() => {
    const typed = plain.current?.closest('.field')?.querySelector('input')?.value ?? value;
    setNames((known) => known ?? readTagNames(typed));
  }, [value]);
  if (names === null)
    return (
      <Field
        ref={plain}
        label={field.label}
        hint="In the order in which they shall stand, with commas between."
        name={field.name}
        error={error}
        defaultValue={readTagNames(value).join(', ')}
        autoCapitalize="none"
      />
    );
  return <LiveTagField {...{ field, value, error, names, setNames }} />;
}

type LiveTagFieldProps = Omit<EditorFieldProps, 'lang'> & {
  names: string[];
  setNames: (names: string[]) => void;
};

function LiveTagField({ field, value, error, names, setNames }: LiveTagFieldProps) {
  const id = useId();
  const mirror = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [unfinished, setUnfinished] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);

  useEffect(() => {
    const element = mirror.current;
    const text = tagsTextWith(names, unfinished);
    if (!element || element.value === text) return;
    element.value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, [names, unfinished]);
  useEffect(() => {
    const element = mirror.current;
    if (!element) return;
    const takeOver = () => {
      setNames(readTagNames(element.value));
      setUnfinished('');
    };
    const focus = () => document.getElementById(id)?.focus();
    element.addEventListener('replace', takeOver);
    element.addEventListener('wanted', focus);
    return () => {
      element.removeEventListener('replace', takeOver);
      element.removeEventListener('wanted', focus);
    };
  }, [id, setNames]);
  // A tag that was moved keeps the focus, wherever it is now.
  useEffect(() => {
    if (wanted === null) return;
    const index = names.indexOf(wanted);
    list.current?.querySelectorAll<HTMLElement>('.tag-chip-name')[index]?.focus();
    setWanted(null);
  }, [names, wanted]);

  const go = (to: number) => {
    const chips = list.current?.querySelectorAll<HTMLElement>('.tag-chip-name') ?? [];
    const next = to < 0 ? chips[0] : (chips[to] ?? document.getElementById(id));
    next?.focus();
  };
  const remove = (index: number) => {
    setSaid(`Removed ${names[index] ?? ''}`);
    setNames(withoutTag(names, index));
    document.getElementById(id)?.focus();
  };
  const move = (from: number, to: number) => {
    const moved = withTagMoved(names, from, to);
    const name = names[from] ?? '';
    setNames(moved);
    setWanted(name);
    setSaid(`${name} is now ${moved.indexOf(name) + 1} of ${moved.length}`);
  };
  return (
    <div className="field tag-field">
      <label htmlFor={id}>{field.label}</label>
      <div className="tag-box">
        <ul ref={list} aria-label="Tags of this post, in their order" hidden={names.length === 0}>
          {names.map((name, index) => (
            <TagChip
              key={name}
              {...{ name, index, count: names.length }}
              isOpen={open === name}
              onOpen={(isOpen) => setOpen(isOpen ? name : null)}
              onMove={move}
              onRemove={remove}
              onGo={go}
            />
          ))}
        </ul>
        <TagInput
          id={id}
          names={names}
          text={unfinished}
          error={error}
          onText={setUnfinished}
          onAdd={(added) => {
            setNames(withTags(names, added));
            setSaid(`Added ${added.join(', ')}`);
          }}
          onRemoveLast={() => remove(names.length - 1)}
          onGoBack={() => go(names.length - 1)}
        />
      </div>
      <textarea ref={mirror} name={field.name} defaultValue={value} hidden readOnly />
      <p className="visually-hidden" id={`${id}-hint`}>
        A comma or Enter adds a tag. Arrow keys go to the tags; there Alt and an arrow key moves
        one, Delete removes it.
      </p>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
