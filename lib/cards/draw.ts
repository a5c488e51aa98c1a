// Draws a card: paper and ink, the title in the voice of texts, the rest in that of names.
import sharp from 'sharp';
import { formatHex, parseColour, readableOn } from '../settings/colour';
import type { Card } from './card';
import { canSay, type Line, setLine, type Voice } from './faces';
import { fitTitle } from './lines';
import { cardSize } from './size';

const margin = 84;
const colours = { paper: '#fcfaf6', ink: '#221c18', quiet: '#635c56', rule: '#dfd9cf' };
const standardAccent = { lightness: 0.44, chroma: 0.135, hue: 28 };

const titleBox = {
  width: cardSize.width - 2 * margin,
  sizes: [
    { size: 84, lines: 3 },
    { size: 72, lines: 4 },
    { size: 60, lines: 5 },
    { size: 48, lines: 6 },
  ],
};
/** What stands after so many characters would not be seen. */
const longestTitle = 400;
const titleLeading = 1.14;
const titleTop = 150;
const footLine = cardSize.height - 78;

/** The card as a PNG of few colours. */
export async function drawCard(card: Card): Promise<Buffer> {
  return sharp(Buffer.from(svgOf(card)))
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toBuffer();
}

/** The card as a drawing of outlines alone. */
export function svgOf(card: Card): string {
  const accent = formatHex(readableOn('light', parseColour(card.accent) ?? standardAccent));
  const label = sayable(card.label, 'names');
  const site = sayable(card.site, 'text') || card.host;
  const title = sayable(card.title.slice(0, longestTitle), 'text') || site;
  const date = sayable(card.date, 'names');
  const { size, lines } = fitTitle(title, titleBox, (text, at) => setLine(text, 'text', at).width);
  const dateLine = setLine(date, 'names', 26);
  const { width, height } = cardSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<rect width="${width}" height="12" fill="${accent}"/>`,
    outline(setLine(capitalised(label), 'names', 28), margin, 104, colours.quiet),
    ...lines.map((line, index) =>
      outline(
        setLine(line, 'text', size),
        margin,
        titleTop + size * (0.8 + index * titleLeading),
        colours.ink,
      ),
    ),
    `<rect x="${margin}" y="${footLine - 50}" width="${width - 2 * margin}" height="2" fill="${colours.rule}"/>`,
    outline(fitLine(site, 36, width - 3 * margin - dateLine.width), margin, footLine, accent),
    outline(dateLine, width - margin - dateLine.width, footLine, colours.quiet),
    '</svg>',
  ].join('');
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Signs and pictures that no letter of ours shows, and what joins them. */
const pictures =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0e\ufe0f\u20e3]|\p{C}/gu;

/** A text without pictures; empty where our letters cannot write what is left. */
function sayable(text: string, voice: Voice): string {
  const bare = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(pictures, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return canSay(bare, voice) ? bare : '';
}

/** One line, smaller where it would be too wide. */
function fitLine(text: string, size: number, width: number): Line {
  const line = setLine(text, 'text', size);
  return line.width <= width ? line : setLine(text, 'text', size * (width / line.width));
}

function outline({ glyphs, scale }: Line, x: number, y: number, fill: string): string {
  const paths = glyphs
    .filter(({ d }) => d !== '')
    .map((glyph) => `<path transform="translate(${glyph.x} ${glyph.y})" d="${glyph.d}"/>`);
  return `<g fill="${fill}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
}
