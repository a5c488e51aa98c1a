// The files that a site's own settings make: a style sheet and an icon. Each has a name that changes
// with its content, so that it may be kept for ever and a change is seen at once.
import { createHash } from 'node:crypto';
import { formatColour, type Oklch, parseColour, readableOn } from './colour';
import type { Settings } from './definition';
import { drawSign, iconTypes } from './icon';

export type SiteAsset = {
  /** As it stands in the address: what it is for, a hash of its content, the usual ending. */
  name: string;
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
};

/** The address of an asset by its name. */
export const assetPath = (name: string) => `/assets/${name}`;

const hashLength = 16;

function asset(role: string, ending: string, type: string, body: SiteAsset['body']): SiteAsset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, hashLength);
  return { name: `${role}.${hash}.${ending}`, type, body };
}

/** What the settings style: the accent's rules, then the owner's own; null when neither is set. */
export function styleAsset({ accent, customCss }: Settings): SiteAsset | null {
  const css = [accentRules(accent), customCss.trim()].filter(Boolean).join('\n');
  return css === '' ? null : asset('custom', 'css', 'text/css; charset=utf-8', css);
}

/** The icon that the settings give; null for the one that comes with Commonplace. */
export function iconAsset({ favicon, accent }: Settings): SiteAsset | null {
  if (favicon === null) return null;
  if (favicon.kind === 'file') {
    const bytes = new Uint8Array(Buffer.from(favicon.data, 'base64'));
    return asset('icon', iconTypes[favicon.type], favicon.type, bytes);
  }
  const ground = readableOn('light', parseColour(accent) ?? builtInAccent);
  const svg = drawSign(favicon.text, formatColour(ground), formatColour(paper));
  return asset('icon', 'svg', 'image/svg+xml', svg);
}

/** The asset of that name, or the one that has taken its place; null when there is none. */
export function findAsset(name: string, settings: Settings): SiteAsset | null {
  const role = name.split('.', 1)[0];
  if (role === 'custom') return styleAsset(settings);
  return role === 'icon' ? iconAsset(settings) : null;
}

const builtInAccent: Oklch = { lightness: 0.44, chroma: 0.135, hue: 28 };
const paper: Oklch = { lightness: 0.985, chroma: 0.006, hue: 85 };

/** Colours of links: as chosen, and for visited ones quieter and turned a little. */
function accentRules(accent: string): string {
  const chosen = parseColour(accent);
  if (chosen === null) return '';
  const visited = { ...chosen, chroma: chosen.chroma * 0.56, hue: chosen.hue - 38 };
  const inBoth = (colour: Oklch) =>
    `light-dark(${formatColour(readableOn('light', colour))}, ${formatColour(readableOn('dark', colour))})`;
  return `:root { --color-link: ${inBoth(chosen)}; --color-visited: ${inBoth(visited)}; }`;
}
