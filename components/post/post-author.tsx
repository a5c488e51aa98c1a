import type { Site } from '@/lib/site';

/** Whose posts these are, for machines that read microformats; readers know from the footer. */
export function PostAuthor({ site: { settings } }: { site: Site }) {
  return <data className="p-author" value={settings.author || settings.title} />;
}
