// The address that a post will get when it is published as it stands. Loaded when it is asked for:
// what makes slugs of all scripts, and days of all calendars, is large.
import type { FormValues } from '@/lib/actions';
import type { PostKind } from '@/lib/posts/kinds';
import { slugSource } from '@/lib/posts/slug-source';
import { isPostSlug, postSlug } from '@/lib/slugs';
import { absolute, urls } from '@/lib/urls';

/** The slug of a post whose author gives it none; empty where it will be made up. */
export function futureSlug(kind: PostKind, values: FormValues): string {
  return postSlug(slugSource({ kind, ...values }), '');
}

/** @param time as `datetime-local` fields write it, in the site's zone */
export function futureAddress(
  kind: PostKind,
  values: FormValues,
  { time, siteUrl }: { time: string; siteUrl: string },
): string {
  const given = values.slug?.trim() ?? '';
  const slug = given || futureSlug(kind, values) || '…';
  const publishedOn = time.slice(0, '2026-01-30'.length);
  if (given !== '' && !isPostSlug(given)) return 'The slug may have letters, digits, - and _ only.';
  return absolute(urls.post({ publishedOn, slug }), siteUrl);
}
