// What every text from outside is freed from, and the one of several that counts. Pure, and light
// enough for the browser.

/** Postgres takes NUL in no text. */
export const withoutNul = (text: string): string => text.replaceAll('\0', '');

/** The value of a name in a query, where it stands several times the first; empty where in none. */
export const firstText = (value: string | string[] | undefined): string =>
  withoutNul([value ?? ''].flat()[0] ?? '');
