// Forms of the library, as they are sent.
import { z } from 'zod';
import { rowId } from '../input';
import { withoutNul } from '../texts';

/** A file by its number or its address. */
const idIn = (text: string) =>
  Number(/^(?:.*\/media\/)?([1-9]\d{0,8})(?:\/.*)?$/.exec(text)?.[1] ?? Number.NaN);

const optionalId = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : idIn(text)))
  .pipe(z.int('Choose a file of the library.').positive().nullable());

const oneLine = (text: string) => withoutNul(text).replace(/\s+/g, ' ').trim();

export const mediaIdInput = z.object({ mediaId: rowId });

export const mediaTextsInput = z.object({
  mediaId: rowId,
  alt: z.string().max(1000, 'At most 1,000 characters.').transform(oneLine),
  caption: z.string().max(2000, 'At most 2,000 characters.').transform(oneLine).default(''),
  posterId: optionalId.optional(),
  captionsId: optionalId.optional(),
});

export const altInput = z.object({ mediaId: rowId, alt: mediaTextsInput.shape.alt });

/** What is done to several files; `ids` comes several times: see `idsOf`. */
export const changeInput = z.object({ change: z.enum(['bin', 'restore', 'delete']) });

/** The files that are checked in a list. */
export const idsOf = (form: FormData): number[] => [
  ...new Set(
    form.getAll('ids').flatMap((value) => {
      const parsed = rowId.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    }),
  ),
];
