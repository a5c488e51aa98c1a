'use client';

import { useEffect, useState } from 'react';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];
const labels: Record<Theme, string> = { auto: 'Automatic', light: 'Light', dark: 'Dark' };

/** The choice that the switch of reading pages shares with this one; none where storage is off. */
function storedTheme(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.theme) ?? 'auto';
  } catch (error) {
    if (error instanceof DOMException) return 'auto';
    throw error;
  }
}

function show(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function remember(theme: Theme): void {
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.theme = theme;
  } catch (error) {
    // Storage is off: the choice holds for this page.
    if (!(error instanceof DOMException)) throw error;
  }
}

/**
 * Shows the chosen theme also where the router has replaced the whole document, as after signing
 * in; what a document begins with, the script in its head does.
 */
export function ThemeKeeper() {
  useEffect(() => show(storedTheme()), []);
  return null;
}

/** The choice itself. Without script there is none: what the system says applies. */
export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme | null>(null);
  useEffect(() => setTheme(storedTheme()), []);
  const choose = (chosen: Theme) => {
    setTheme(chosen);
    show(chosen);
    remember(chosen);
  };
  return (
    <fieldset className="theme-choice" disabled={theme === null}>
      <legend className="visually-hidden">Colours</legend>
      {themes.map((one) => (
        <label key={one}>
          <input type="radio" name="theme" checked={theme === one} onChange={() => choose(one)} />
          {labels[one]}
        </label>
      ))}
    </fieldset>
  );
}
