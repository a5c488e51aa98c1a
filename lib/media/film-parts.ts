// A film's still picture and its captions are files of the library too: which files may be that.
import { and, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../db/client';
import { media } from '../db/schema';
import { kindOfType } from './types';

type FilmParts = { posterId?: number | null | undefined; captionsId?: number | null | undefined };

/** What is wrong with the parts that somebody has chosen, by the fields of the form. */
export async function findPartProblems(
  { posterId, captionsId }: FilmParts,
  db: Database,
): Promise<Record<string, string>> {
  const ids = [posterId, captionsId].filter((id) => typeof id === 'number');
  if (ids.length === 0) return {};
  const rows = await db
    .select({ id: media.id, type: media.type })
    .from(media)
    .where(and(inArray(media.id, ids), isNull(media.deletedAt)));
  const typeOf = (id: number) => rows.find((row) => row.id === id)?.type ?? '';
  const problems: Record<string, string> = {};
  if (posterId && kindOfType(typeOf(posterId)) !== 'picture')
    problems.posterId = 'Choose a picture of the library.';
  if (captionsId && typeOf(captionsId) !== 'text/vtt')
    problems.captionsId = 'Choose a file of captions of the library, whose name ends in .vtt.';
  return problems;
}
