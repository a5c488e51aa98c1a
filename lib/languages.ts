// Facts about languages that pages need.

const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/** The direction in which a language is written. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(language).language) ? 'rtl' : 'ltr';
}

// Making a formatter takes far longer than using one.
const counts = new Map<string, Intl.NumberFormat>();

/** A count in a language's own form, `1,275`. */
export function formatCount(count: number, locale: string): string {
  const format = counts.get(locale) ?? new Intl.NumberFormat(locale);
  counts.set(locale, format);
  return format.format(count);
}
