// The theme switch in the footer: automatic, light, dark, and round again.
const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const root = document.documentElement;

function currentTheme(): Theme {
  return themes.find((theme) => theme === root.dataset.theme) ?? 'auto';
}

function remember(theme: Theme) {
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.theme = theme;
  } catch (error) {
    // Storage is off: the choice holds for this page.
    if (!(error instanceof DOMException)) throw error;
  }
}

function show(theme: Theme) {
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

export function startThemeSwitch() {
  const button = document.querySelector<HTMLButtonElement>('button[data-theme-switch]');
  if (!button) return;
  const label = () => {
    const theme = currentTheme();
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
    button.textContent = `Theme: ${theme}`;
    button.setAttribute('aria-label', `Theme: ${theme}. Switch to ${next}.`);
  };
  button.hidden = false;
  label();
  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(currentTheme()) + 1) % themes.length] ?? 'auto';
    show(next);
    remember(next);
    label();
  });
}
