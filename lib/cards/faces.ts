// The site's two voices as outlines: text is shaped by HarfBuzz and becomes a path, so that what is
// drawn owes nothing to the fonts of the machine.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Blob, Face, Font, Buffer as Shaped, shape } from 'harfbuzzjs';

/** The face of text and titles, and that of the names of things. */
export type Voice = 'text' | 'names';

const files = { text: 'vollkorn-medium.ttf', names: 'public-sans-medium.ttf' } as const;

type Loaded = { font: Font; unitsPerEm: number; letters: Set<number> };

const loaded = new Map<Voice, Loaded>();

function load(voice: Voice): Loaded {
  const known = loaded.get(voice);
  if (known) return known;
  const file = path.join(process.cwd(), 'lib/cards/fonts', files[voice]);
  const face = new Face(new Blob(new Uint8Array(readFileSync(file)).buffer));
  const fresh = {
    font: new Font(face),
    unitsPerEm: face.upem,
    letters: new Set(face.collectUnicodes()),
  };
  loaded.set(voice, fresh);
  return fresh;
}

/** Whether a voice has every character of a text. */
export function canSay(text: string, voice: Voice): boolean {
  const { letters } = load(voice);
  return [...text].every((character) => letters.has(character.codePointAt(0) ?? 0));
}

/** A line of text: its width, and its outline as the `d` of a path whose y grows upwards. */
export type Line = { width: number; glyphs: { d: string; x: number; y: number }[]; scale: number };

/** Sets a line. @param size of the letters, in pixels, like the width */
export function setLine(text: string, voice: Voice, size: number): Line {
  const { font, unitsPerEm } = load(voice);
  const shaped = new Shaped();
  shaped.addText(text);
  shaped.guessSegmentProperties();
  shape(font, shaped);
  const infos = shaped.getGlyphInfos();
  const glyphs: Line['glyphs'] = [];
  let x = 0;
  for (const [index, place] of shaped.getGlyphPositions().entries()) {
    const glyph = infos[index]?.codepoint ?? 0;
    glyphs.push({ d: font.glyphToPath(glyph), x: x + place.xOffset, y: place.yOffset });
    x += place.xAdvance;
  }
  const scale = size / unitsPerEm;
  return { width: x * scale, glyphs, scale };
}
