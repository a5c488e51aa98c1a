'use client';

import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { formatCount } from '@/lib/languages';
import type { TagCount } from '@/lib/posts/types';
import { hasTag, splitTyped } from './tag-list';
import { useSuggestions } from './use-suggestions';

type TagInputProps = {
  id: string;
  names: readonly string[];
  /** The name that is being typed. */
  text: string;
  error: string | undefined;
  onText: (text: string) => void;
  onAdd: (names: string[]) => void;
  onRemoveLast: () => void;
  onGoBack: () => void;
};

/** Where the next tag is typed, with those that it may be: a combobox with a list. */
export function TagInput(props: TagInputProps) {
  const { id, names, text, error, onText, onAdd, onRemoveLast, onGoBack } = props;
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const suggested = useSuggestions(text.trim(), isOpen).filter(({ name }) => !hasTag(names, name));
  const isShown = isOpen && suggested.length > 0;
  const listId = `${id}-list`;
  const list = useRef<HTMLDivElement>(null);
  // A field at the end of a phone's screen has its list below it, out of sight.
  useEffect(() => {
    if (isShown) list.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  const optionId = (index: number) => `${id}-option-${index}`;

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const add = (added: string[], rest = '') => {
    if (added.length > 0) onAdd(added);
    onText(rest);
    setActive(-1);
    setOpen(rest !== '');
  };
  const type = (typed: string) => {
    const { finished, rest } = splitTyped(typed);
    if (finished.length > 0 || rest !== typed) return add(finished, rest);
    onText(typed);
    setActive(-1);
    setOpen(typed.trim() !== '');
  };
  const paste = (event: ClipboardEvent) => {
    const { finished, rest } = splitTyped(event.clipboardData.getData('text/plain'), true);
    if (finished.length === 0 || rest !== '') return;
    event.preventDefault();
    add(finished, text);
  };
  const choose = ({ name }: TagCount) => add([name]);
  const byKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const isAtStart =
      event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0;
    const chosen = suggested[active];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setOpen(true);
        // One place more than there are: the text itself.
        const places = suggested.length + 1;
        setActive(((active + 1 + step + places) % places) - 1);
        break;
      }
      case 'Enter':
        if (isShown && chosen) choose(chosen);
        else add([text.trim()].filter(Boolean));
        break;
      case 'Escape':
        if (!isOpen) return;
        close();
        break;
      case 'Backspace':
        if (!isAtStart || names.length === 0) return;
        onRemoveLast();
        break;
      case 'ArrowLeft':
        if (!isAtStart || names.length === 0) return;
        onGoBack();
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  return (
    <div className="tag-input">
      <input
        id={id}
        type="text"
        role="combobox"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? optionId(active) : undefined}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
        autoCapitalize="none"
        autoComplete="off"
        enterKeyHint="done"
        placeholder={names.length === 0 ? 'Add tags' : 'Add another'}
        value={text}
        onChange={(event) => type(event.target.value)}
        onPaste={paste}
        onKeyDown={byKey}
        onBlur={() => {
          add([text.trim()].filter(Boolean));
          close();
        }}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label="Tags there are"
        tabIndex={-1}
        hidden={!isShown}
      >
        {suggested.map((tag, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field’s.
          <div
            key={tag.id}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The field keeps the focus, and with it the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(tag)}
          >
            <span>{tag.name}</span> <span className="count">{formatCount(tag.count, 'en')}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
