// Where the storage keeps a file and what was made of it: under its hash, so that the same bytes
// have one place, and two writers of them do each other no harm.
import type { MediaVariant } from '../db/schema';
import type { Examined } from './examine';
import type { Storage } from './storage';
import { isShown, servedType } from './types';

export type StoredFiles = {
  key: string;
  servedKey: string | null;
  servedSize: number;
  variants: MediaVariant[];
};

const folderOf = (hash: string) => `${hash.slice(0, 2)}/${hash}`;

/** Where a file has its place. */
export const keyOf = ({ hash, name }: { hash: string; name: string }) =>
  `${folderOf(hash)}/${name}`;

/** What a bucket has to know to give a file to readers itself. */
export const storedAs = (type: string) => ({ type: servedType(type), isShown: isShown(type) });

/** Stores what was made of a file; the file itself is stored by whoever has it. */
export async function storeRenditions(
  { hash, name, type, size, served, variants }: Examined,
  storage: Storage,
): Promise<StoredFiles> {
  const folder = folderOf(hash);
  const stored: StoredFiles = {
    key: keyOf({ hash, name }),
    servedKey: served === null ? null : `${folder}/served-${name}`,
    servedSize: served?.size ?? size,
    variants: variants.map(({ width, size }) => ({ width, size, key: `${folder}/${width}.webp` })),
  };
  if (served !== null && stored.servedKey !== null)
    await storage.put(stored.servedKey, served.file, storedAs(type));
  for (const [index, { key }] of stored.variants.entries()) {
    const file = variants[index]?.file;
    if (file !== undefined) await storage.put(key, file, storedAs('image/webp'));
  }
  return stored;
}

type Kept = { key: string; servedKey: string | null; variants: MediaVariant[] };

/** All that the storage keeps of a file. */
export const keysOf = ({ key, servedKey, variants }: Kept): string[] => [
  key,
  ...(servedKey === null ? [] : [servedKey]),
  ...variants.map((variant) => variant.key),
];
