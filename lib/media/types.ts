// What a file's type means for us: how it is spoken of, how it gets into a text, and whether a
// browser may open it on our origin. Pure.

export const mediaKinds = ['picture', 'video', 'audio', 'document', 'other'] as const;
export type MediaKind = (typeof mediaKinds)[number];

export const kindLabels: Record<MediaKind, string> = {
  picture: 'Pictures',
  video: 'Video',
  audio: 'Audio',
  document: 'Documents',
  other: 'Other files',
};

/** A drawing is a picture in a text, and nothing that a browser may open by itself. */
export const pictureTypes: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/webp',
  'image/gif',
  'image/svg+xml',
];

const documents =
  /^(?:text\/|application\/(?:pdf|epub|rtf|json|msword|vnd\.(?:openxml|oasis|ms-|apple)))/;

export function kindOfType(type: string): MediaKind {
  if (pictureTypes.includes(type)) return 'picture';
  if (type.startsWith('video/')) return 'video';
  if (type.startsWith('audio/')) return 'audio';
  return documents.test(type) ? 'document' : 'other';
}

/** Pictures that are made again in other sizes; a moving one is kept as it is. */
export const isResizable = (type: string) =>
  ['image/jpeg', 'image/png', 'image/webp'].includes(type);

const shown = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/webp',
  'image/gif',
  'text/vtt',
  'text/plain',
]);

/** Whether a browser may show it where it is; everything else is a download. */
export const isShown = (type: string) => shown.has(type) || /^(?:audio|video)\//.test(type);

/** What a browser might run is not even called by its name. */
const runnable = /html|xml|javascript|ecmascript|css|flash|java|x-ms|wasm|xsl/;

/** The type that an answer names. */
export function servedType(type: string): string {
  if (type === 'image/svg+xml') return type;
  if (runnable.test(type) && !type.includes('openxmlformats')) return 'application/octet-stream';
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}
