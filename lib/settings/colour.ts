// The accent colour: what an owner may write, and what becomes of it in each theme. Hue and chroma
// are kept; lightness moves just as far as it takes to be read on paper.

/** Lightness and chroma from 0 to 1 and about 0.4, hue in degrees. */
export type Oklch = { lightness: number; chroma: number; hue: number };

/** What WCAG asks of text. */
export const minContrast = 4.5;

/** Grounds on which links stand, as app/styles/tokens.css has them. */
export const grounds = {
  light: [
    { lightness: 0.985, chroma: 0.006, hue: 85 },
    { lightness: 0.957, chroma: 0.009, hue: 85 },
  ],
  dark: [
    { lightness: 0.195, chroma: 0.008, hue: 60 },
    { lightness: 0.235, chroma: 0.009, hue: 60 },
  ],
} as const;

export type Theme = keyof typeof grounds;

const oklchPattern = /^oklch\(\s*(\d*\.?\d+)(%?)\s+(\d*\.?\d+)(%?)\s+(-?\d*\.?\d+)(?:deg)?\s*\)$/i;

/** The colour that a text names, `#9c3d24` or `oklch(0.44 0.135 28)`; null when it names none. */
export function parseColour(text: string): Oklch | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex !== undefined) return fromHex(hex);
  const match = oklchPattern.exec(text.trim());
  if (match === null) return null;
  const [, lightness, lightnessUnit, chroma, chromaUnit, hue] = match;
  const colour = {
    lightness: Number(lightness) / (lightnessUnit ? 100 : 1),
    // In CSS 100 % is a chroma of 0.4.
    chroma: Number(chroma) * (chromaUnit ? 0.004 : 1),
    hue: Number(hue),
  };
  return colour.lightness <= 1 && colour.chroma <= 0.5 ? colour : null;
}

/** The colour as a style sheet writes it. */
export function formatColour({ lightness, chroma, hue }: Oklch): string {
  const degrees = ((hue % 360) + 360) % 360;
  return `oklch(${round(lightness, 3)} ${round(chroma, 3)} ${round(degrees, 1)})`;
}

/** The colour as `#9c3d24`, for what knows no other form. */
export function formatHex(colour: Oklch): string {
  const parts = toLinear(intoGamut(colour)).map((linear) => {
    const part = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(1, Math.max(0, part)) * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** The colour in a theme: as it is where it can be read, else the nearest lightness that can. */
export function readableOn(theme: Theme, colour: Oklch): Oklch {
  const away = theme === 'light' ? 0 : 1;
  const at = (share: number) =>
    intoGamut({ ...colour, lightness: colour.lightness + (away - colour.lightness) * share });
  if (contrastIn(theme, at(0)) >= minContrast) return at(0);
  let unreadable = 0;
  let readable = 1;
  for (let step = 0; step < 20; step += 1) {
    const middle = (unreadable + readable) / 2;
    if (contrastIn(theme, at(middle)) >= minContrast) readable = middle;
    else unreadable = middle;
  }
  // Rounding when it is written must not take it below.
  return at(Math.min(1, readable + 0.004));
}

/** The smallest contrast of a colour with the grounds of a theme. */
export function contrastIn(theme: Theme, colour: Oklch): number {
  return Math.min(...grounds[theme].map((ground) => contrast(colour, ground)));
}

function contrast(one: Oklch, other: Oklch): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(colour: Oklch): number {
  const [red = 0, green = 0, blue = 0] = toLinear(colour).map((part) =>
    Math.min(1, Math.max(0, part)),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** With less chroma where no screen could show as much. */
function intoGamut(colour: Oklch): Oklch {
  const isShown = (chroma: number) =>
    toLinear({ ...colour, chroma }).every((part) => part >= -0.0005 && part <= 1.0005);
  if (isShown(colour.chroma)) return colour;
  let low = 0;
  let high = colour.chroma;
  for (let step = 0; step < 16; step += 1) {
    const middle = (low + high) / 2;
    if (isShown(middle)) low = middle;
    else high = middle;
  }
  return { ...colour, chroma: low };
}

// The matrices of https://bottosson.github.io/posts/oklab/.
function toLinear({ lightness, chroma, hue }: Oklch): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function fromHex(hex: string): Oklch {
  const whole = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => {
    const part = Number.parseInt(whole.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return {
    lightness: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    chroma: Math.hypot(a, b),
    hue: (Math.atan2(b, a) * 180) / Math.PI,
  };
}
