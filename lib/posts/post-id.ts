// Reads the id of a post from the address of a page of its author's.

/** @returns null for what names no post */
export function readPostId(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
