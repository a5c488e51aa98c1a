import { sightingPhotos, sightingPlace } from '@/lib/posts/beat-metadata';
import type { Beat } from '@/lib/posts/types';

/** The photos of a sighting, each with its species; the place under them. */
export function SightingPhotos({ post }: { post: Beat }) {
  const photos = sightingPhotos(post.metadata);
  const place = sightingPlace(post.metadata);
  return (
    <>
      {photos.length > 0 && (
        <ul className="sighting">
          {photos.map((photo) => (
            <li key={photo.largeUrl}>
              <a href={photo.observationUrl}>
                <img
                  src={photos.length === 1 ? photo.largeUrl : photo.url}
                  alt={photo.species}
                  width={photo.size?.width ?? 240}
                  height={photo.size?.height ?? 180}
                  loading="lazy"
                  decoding="async"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      {place && <p className="sighting-place">in {place}</p>}
    </>
  );
}
