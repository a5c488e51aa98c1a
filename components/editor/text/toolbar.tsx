'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { useIsMac } from './platform';
import type { TextSurface } from './text-surface';
import { describeKey, type Tool, tools } from './tools';

/** What a button does that does not change the text at once. */
export type MoreTool = { name: string; sign: string; run: () => void };

type ToolbarProps = { surface: TextSurface | null; more: readonly MoreTool[] };

/** Buttons for the text. One stop for Tab; arrow keys go along it. */
export function Toolbar({ surface, more }: ToolbarProps) {
  const isMac = useIsMac();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const all = [...tools, ...more];
  const go = (to: number) => {
    const next = (to + all.length) % all.length;
    setCurrent(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };
  const move = (event: KeyboardEvent) => {
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Formatting"
      className="toolbar"
      hidden={surface === null}
      onKeyDown={move}
    >
      {all.map((tool, index) => (
        <button
          key={tool.name}
          type="button"
          className={`tool is-${tool.name.toLowerCase()}`}
          tabIndex={index === current ? 0 : -1}
          aria-label={tool.name}
          title={titleOf(tool, isMac)}
          onFocus={() => setCurrent(index)}
          // The text keeps its cursor, and a phone its keyboard.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            if ('run' in tool) return tool.run();
            if (!surface) return;
            surface.apply(tool.edit(surface.selected()));
            surface.focus();
          }}
        >
          {tool.sign}
        </button>
      ))}
    </div>
  );
}

const titleOf = ({ name, key = null }: Pick<Tool, 'name'> & Partial<Tool>, isMac: boolean) =>
  key === null ? name : `${name} (${describeKey(key, isMac)})`;
