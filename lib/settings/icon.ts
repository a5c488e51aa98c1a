// The site's icon: a letter or an emoji, from which it is drawn, or a small picture file.
import { z } from 'zod';

/** Largest picture, in bytes. */
export const maxIconBytes = 64 * 1024;

export const iconTypes = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/x-icon': 'ico',
} as const;

export type IconType = keyof typeof iconTypes;

export const iconSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('sign'),
      text: z
        .string()
        .trim()
        .refine((text) => countCharacters(text) === 1, 'must be one letter or one emoji'),
    }),
    z.object({
      kind: z.literal('file'),
      type: z.enum(Object.keys(iconTypes) as [IconType, ...IconType[]]),
      /** The file in base64. */
      data: z.base64().max(Math.ceil(maxIconBytes / 3) * 4),
    }),
  ])
  .superRefine((icon, check) => {
    const problem = icon.kind === 'file' ? findFileProblem(Buffer.from(icon.data, 'base64')) : null;
    if (problem !== null) check.addIssue({ code: 'custom', message: problem });
  })
  .nullable();

export type Icon = z.infer<typeof iconSchema>;

/** As a reader counts: an emoji of several parts is one. */
function countCharacters(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}

const pngMark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const icoMark = [0, 0, 1, 0];

/** What a file is by its content; null when it is none of the pictures that an icon may be. */
export function iconTypeOf(bytes: Uint8Array): IconType | null {
  const begins = (mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (begins(pngMark)) return 'image/png';
  if (begins(icoMark)) return 'image/x-icon';
  return /^(?:﻿|\s|<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype svg[^>[]*>)*<svg[\s>]/i.test(
    new TextDecoder().decode(bytes),
  )
    ? 'image/svg+xml'
    : null;
}

/** Why a file cannot be the icon; null when it can. */
export function findFileProblem(bytes: Uint8Array): string | null {
  if (bytes.length > maxIconBytes)
    return `has ${Math.ceil(bytes.length / 1024)} KB; at most ${maxIconBytes / 1024} KB are taken`;
  const type = iconTypeOf(bytes);
  if (type === null) return 'is neither an SVG nor a PNG nor an ICO picture';
  const problem =
    type === 'image/svg+xml' ? findDrawingProblem(new TextDecoder().decode(bytes)) : null;
  return problem && `holds ${problem}: take that out, or save it as a PNG`;
}

/**
 * What in a drawing could run or reach out. It is served with a policy that forbids all of it
 * anyway; this tells the owner.
 */
export function findDrawingProblem(svg: string): string | null {
  if (/<\s*(?:script|foreignObject|iframe|embed|object)\b/i.test(svg)) return 'scripts or HTML';
  if (/\son[a-z]+\s*=|javascript:/i.test(svg)) return 'event handlers';
  if (/<!ENTITY/i.test(svg)) return 'entities';
  if (/(?:href\s*=\s*["']?|url\(\s*["']?|@import\s*["']?)\s*(?:https?:)?\/\//i.test(svg))
    return 'parts from other places';
  return null;
}

const isPictograph = (text: string) =>
  /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text);

/** A drawing of one character: an emoji as it is, a letter on a ground of the accent's colour. */
export function drawSign(text: string, ground: string, ink: string): string {
  const escaped = text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const [size, baseline] = isPictograph(text) ? [54, 52] : [44, 47];
  const square = isPictograph(text)
    ? ''
    : `<rect width="64" height="64" rx="12" fill="${ground}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${square}<text x="32" y="${baseline}" font-family="Georgia, serif" font-size="${size}" text-anchor="middle" fill="${ink}">${escaped}</text></svg>`;
}
