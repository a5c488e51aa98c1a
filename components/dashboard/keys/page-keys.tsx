'use client';

import { useEffect } from 'react';
import { keysAreOn } from './key-switch';

/**
 * Single keys that do what a link or a button of the page does. The page marks what they reach:
 * `data-focus-key`, `data-new-menu`, `data-upload-key`, `data-key-help`, rows by `data-list-row`. They leave alone
 * whatever is typed anywhere, and whoever has switched them off.
 */
export function PageKeys() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isCommand(event) || !keysAreOn()) return;
      if (press(event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return null;
}

const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

function isCommand({
  target,
  ctrlKey,
  metaKey,
  altKey,
  isComposing,
  defaultPrevented,
}: KeyboardEvent) {
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false;
  if (document.querySelector('dialog[open]')) return false;
  return !(target instanceof Element && target.closest(typing));
}

/** Does what a key stands for. @returns whether it stands for anything here */
function press(key: string): boolean {
  if (key === '?') return click('[data-key-help] button');
  const menu = activeMenu();
  if (menu) return clickIn(menu, `[data-menu-key="${CSS.escape(key.toLowerCase())}"]`);
  switch (key) {
    case '/':
      return focus(document.querySelector('[data-focus-key="/"]'));
    case 'n':
      return openNewMenu();
    case 'u':
      return click('[data-upload-key] button');
    case 'j':
      return move(1);
    case 'k':
      return move(-1);
    case 'x':
      return clickIn(activeRow(), 'input[type="checkbox"]');
    case 'e':
      return clickIn(activeRow(), '[data-row-edit]');
    case 'v':
      return clickIn(activeRow(), '[data-row-view]');
    default:
      return false;
  }
}

/** Where the keyboard chooses a kind: by its first letter. */
const activeMenu = () => document.activeElement?.closest('[data-new-menu]') ?? null;

/** To the first kind of the menu, which unfolds where it is folded. */
function openNewMenu(): boolean {
  const menu = document.querySelector('[data-new-menu]');
  const details = menu?.querySelector('details');
  if (details) details.open = true;
  return focus(menu?.querySelector('a') ?? null);
}

const activeRow = () => document.activeElement?.closest('[data-list-row]') ?? null;

function move(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll('[data-list-row]')];
  const current = activeRow();
  const next = current === null ? (step === 1 ? 0 : rows.length - 1) : rows.indexOf(current) + step;
  return focus(rows[next]?.querySelector('[data-row-link]') ?? null);
}

function focus(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  element.focus();
  element.scrollIntoView({ block: 'nearest' });
  return true;
}

const click = (selector: string) => clickIn(document, selector);

function clickIn(within: ParentNode | null, selector: string): boolean {
  const element = within?.querySelector(selector);
  if (!(element instanceof HTMLElement)) return false;
  element.click();
  return true;
}
