'use client';

import { type ReactNode, useEffect, useRef } from 'react';

type MenuProps = {
  label: ReactNode;
  /** `<li>`s with links and buttons. */
  children: ReactNode;
};

/** Links and buttons that unfold under a word. Opens without script; with it, closes by itself. */
export function Menu({ label, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const element = details.current;
    if (!element) return;
    const close = () => {
      element.open = false;
    };
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && !element.contains(target)) close();
    };
    const closeByKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !element.open) return;
      close();
      element.querySelector('summary')?.focus();
    };
    const closeChosen = ({ target }: Event) => {
      if (target instanceof Element && target.closest('a')) close();
    };
    document.addEventListener('click', closeOutside);
    element.addEventListener('keydown', closeByKey);
    element.addEventListener('click', closeChosen);
    return () => {
      document.removeEventListener('click', closeOutside);
      element.removeEventListener('keydown', closeByKey);
      element.removeEventListener('click', closeChosen);
    };
  }, []);
  return (
    <details className="menu" ref={details}>
      <summary>{label}</summary>
      <ul>{children}</ul>
    </details>
  );
}
