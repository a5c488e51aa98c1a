// The number of a file in an address of the dashboard.

/** Null for what is none. */
export const readMediaId = (text: string) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);
