type ThumbnailProps = { thumbnail: string | null; sign: string };

/** A small picture of a file, or its ending; what it is, the words beside it say. */
export function Thumbnail({ thumbnail, sign }: ThumbnailProps) {
  return (
    <span className="thumbnail">
      {thumbnail === null ? (
        <span className="thumbnail-sign" aria-hidden="true">
          {sign}
        </span>
      ) : (
        <img src={thumbnail} alt="" loading="lazy" decoding="async" />
      )}
    </span>
  );
}
