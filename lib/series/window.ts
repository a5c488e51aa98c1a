// Which part of a long series is shown beside one of its posts.

const windowSize = 7;

/**
 * The positions from `start` up to, not including, `end`: all of a short series; of a longer one
 * the first seven near its beginning, else three before and three after.
 * @param position of the current post, from 0
 */
export function seriesWindow(length: number, position: number): { start: number; end: number } {
  if (length <= windowSize || position < 4) return { start: 0, end: Math.min(length, windowSize) };
  const start = position - 3;
  return { start, end: Math.min(length, start + windowSize) };
}
