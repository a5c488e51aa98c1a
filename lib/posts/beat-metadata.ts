// What importers keep about beats besides their columns; read leniently, it is free-form.
import { z } from 'zod';

/** Of the web alone: readers follow it, and feeds carry it to where no policy stops a script. */
const address = z.url({ protocol: /^https?$/ });

const photo = z.object({
  small_url: address.optional(),
  large_url: address,
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
});

const sighting = z.object({
  location: z.object({ display_name: z.string() }).partial().optional(),
  observations: z.array(
    z.object({
      uri: address,
      common_name: z.string().nullish(),
      scientific_name: z.string().nullish(),
      photos: z.array(photo),
    }),
  ),
});

const comment = z.object({ comment_site: z.string().optional(), thread_url: address.optional() });

export type SightingPhoto = {
  url: string;
  largeUrl: string;
  observationUrl: string;
  species: string;
  size: { width: number; height: number } | null;
};

/** The photos of a sighting with the species they show; none when the metadata has another shape. */
export function sightingPhotos(metadata: unknown): SightingPhoto[] {
  const parsed = sighting.safeParse(metadata);
  if (!parsed.success) return [];
  return parsed.data.observations.flatMap((observation) =>
    observation.photos.map(({ small_url, large_url, width, height }) => ({
      url: small_url ?? large_url,
      largeUrl: large_url,
      observationUrl: observation.uri,
      species: observation.common_name ?? observation.scientific_name ?? 'Unknown species',
      size: width && height ? { width, height } : null,
    })),
  );
}

/** The place of a sighting; null when it is not known. */
export function sightingPlace(metadata: unknown): string | null {
  const parsed = sighting.safeParse(metadata);
  return parsed.success ? (parsed.data.location?.display_name ?? null) : null;
}

/** The site and thread of a comment made elsewhere. */
export function commentThread(metadata: unknown): {
  site: string | null;
  threadUrl: string | null;
} {
  const parsed = comment.safeParse(metadata);
  if (!parsed.success) return { site: null, threadUrl: null };
  return { site: parsed.data.comment_site ?? null, threadUrl: parsed.data.thread_url ?? null };
}
