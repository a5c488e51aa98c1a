// How long a film or a recording is, and how large its picture. Nothing depends on it but the look
// of a page, so a file that does not say, or lies, is taken all the same.
import { type IAudioMetadata, parseFile } from 'music-metadata';
import { logger } from '../log';
import { readMovieSize } from './movie-size';

/** What the column can hold. */
const longestMs = 2_147_483_647;

export type ClipFacts = {
  durationMs: number | null;
  width: number | null;
  height: number | null;
};

export const unknownClip: ClipFacts = { durationMs: null, width: null, height: null };

/** What a film or a recording says of itself. */
export async function readClip(file: string, type: string): Promise<ClipFacts> {
  const format = await orNull(() => readFormat(file));
  const size = type.startsWith('video/') ? await orNull(() => sizeOf(file, type, format)) : null;
  const duration = format?.duration ?? 0;
  const isKnown = Number.isFinite(duration) && duration > 0;
  return {
    durationMs: isKnown ? Math.min(Math.round(duration * 1000), longestMs) : null,
    width: size?.width ?? null,
    height: size?.height ?? null,
  };
}

async function orNull<Fact>(read: () => Promise<Fact>): Promise<Fact | null> {
  try {
    return await read();
  } catch (error) {
    logger.info({ error }, 'A film or recording does not say what it is.');
    return null;
  }
}

type Format = IAudioMetadata['format'];

async function readFormat(file: string): Promise<Format> {
  const { format } = await parseFile(file, { skipCovers: true, skipPostHeaders: true });
  return format;
}

async function sizeOf(file: string, type: string, format: Format | null) {
  if (type === 'video/mp4' || type === 'video/quicktime') return readMovieSize(file);
  const video = format?.trackInfo.find((track) => track.video !== undefined)?.video;
  const width = video?.displayWidth ?? video?.pixelWidth;
  const height = video?.displayHeight ?? video?.pixelHeight;
  return width && height ? { width, height } : null;
}
