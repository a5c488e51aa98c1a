// Forms of the library, as they are sent.
import { z } from 'zod';

const id = z.coerce.number().int().positive().max(2_147_483_647);
/** A file by its number or its address. */
const idIn = (text: string) =>
  Number(/^(?:.*\/media\/)?([1-9]\d{0,8})(?:\/.*)?$/.exec(text)?.[1] ?? Number.NaN);

const optionalId = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : idIn(text)))
  .pipe(z.int('Choose a file of the library.').positive().nullable());

/** One line, without NUL, which Postgres takes in no text. */
const oneLine = (text: string) => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim();

export const mediaIdInput = z.object({ mediaId: id });

export const mediaTextsInput = z.object({
  mediaId: id,
  alt: z.string().max(1000, 'At most 1,000 characters.').transform(oneLine),
  caption: z.string().max(2000, 'At most 2,000 characters.').transform(oneLine).default(''),
  posterId: optionalId.optional(),
  captionsId: optionalId.optional(),
});

export const altInput = z.object({ mediaId: id, alt: mediaTextsInput.shape.alt });

/** What is done to several files; `ids` comes several times: see `idsOf`. */
export const changeInput = z.object({ change: z.enum(['bin', 'restore', 'delete']) });

/** The files that are checked in a list. */
export const idsOf = (form: FormData): number[] => [
  ...new Set(
    form.getAll('ids').flatMap((value) => {
      const parsed = id.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    }),
  ),
];
