'use client';

import type { DragEvent, KeyboardEvent } from 'react';

type TagChipProps = {
  name: string;
  index: number;
  count: number;
  /** Whether its buttons for moving are shown. */
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onMove: (from: number, to: number) => void;
  onRemove: (index: number) => void;
  /** To the neighbour at a place; past the last it is the field for the next. */
  onGo: (to: number) => void;
};

const dragType = 'application/x-commonplace-tag';

/** One tag of a post: dragged, or moved by Alt and an arrow key, to another place in the order. */
export function TagChip(props: TagChipProps) {
  const { name, index, count, isOpen, onOpen, onMove, onRemove, onGo } = props;
  const byKey = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (event.altKey) onMove(index, index + step);
      else onGo(index + step);
    } else if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault();
      onRemove(index);
    } else if (event.key === 'Escape') onOpen(false);
  };
  const take = (event: DragEvent) => {
    event.dataTransfer.setData(dragType, String(index));
    event.dataTransfer.effectAllowed = 'move';
  };
  const allow = (event: DragEvent) => {
    if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    const from = event.dataTransfer.getData(dragType);
    if (from === '') return;
    event.preventDefault();
    onMove(Number(from), index);
  };
  return (
    <li className="tag-chip" draggable onDragStart={take} onDragOver={allow} onDrop={drop}>
      {isOpen && index > 0 && (
        <button
          type="button"
          aria-label={`Move ${name} forward`}
          onClick={() => onMove(index, index - 1)}
        >
          ←
        </button>
      )}
      <button
        type="button"
        className="tag-chip-name"
        aria-expanded={isOpen}
        aria-label={`${name}, ${index + 1} of ${count}`}
        onClick={() => onOpen(!isOpen)}
        onKeyDown={byKey}
      >
        {name}
      </button>
      {isOpen && index < count - 1 && (
        <button
          type="button"
          aria-label={`Move ${name} back`}
          onClick={() => onMove(index, index + 1)}
        >
          →
        </button>
      )}
      <button type="button" aria-label={`Remove ${name}`} onClick={() => onRemove(index)}>
        ×
      </button>
    </li>
  );
}
