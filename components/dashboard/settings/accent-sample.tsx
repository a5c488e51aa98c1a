// What became of the accent in each theme, drawn: a style attribute the policy would not let pass.
import {
  contrastIn,
  formatColour,
  grounds,
  parseColour,
  readableOn,
  type Theme,
} from '@/lib/settings/colour';

const themes: { theme: Theme; label: string }[] = [
  { theme: 'light', label: 'Light theme' },
  { theme: 'dark', label: 'Dark theme' },
];

export function AccentSample({ accent }: { accent: string }) {
  const chosen = parseColour(accent);
  if (chosen === null) return null;
  return (
    <ul className="accent-sample">
      {themes.map(({ theme, label }) => {
        const colour = readableOn(theme, chosen);
        const contrast = contrastIn(theme, colour).toFixed(1);
        return (
          <li key={theme}>
            <svg viewBox="0 0 120 40" width="120" height="40" aria-hidden="true">
              <rect width="120" height="40" rx="4" fill={formatColour(grounds[theme][0])} />
              <text x="60" y="26" textAnchor="middle" fill={formatColour(colour)}>
                A link
              </text>
            </svg>
            {label}: <code>{formatColour(colour)}</code>, contrast {contrast}
          </li>
        );
      })}
    </ul>
  );
}
