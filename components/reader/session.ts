// What a page remembers for the next one in this tab. Storage may be off: then nothing is.

/** What was remembered under a key; null when nothing was. */
export function recall(key: string): string | null {
  return ifAllowed(() => sessionStorage.getItem(key)) ?? null;
}

export function remember(key: string, value: string): void {
  ifAllowed(() => sessionStorage.setItem(key, value));
}

function ifAllowed<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
