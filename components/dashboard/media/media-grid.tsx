'use client';

import Link from 'next/link';
import type { MediaTile } from './media-tile';
import { Thumbnail } from './thumbnail';

export type MediaTilesProps = {
  tiles: MediaTile[];
  ticked: ReadonlySet<number>;
  onTick: (ids: number[], isTicked: boolean) => void;
  /** The form to which the boxes belong. */
  form: string;
};

export function MediaGrid({ tiles, ticked, onTick, form }: MediaTilesProps) {
  return (
    <ul className="media-grid">
      {tiles.map((tile) => (
        <li
          key={tile.id}
          className={ticked.has(tile.id) ? 'media-tile is-ticked' : 'media-tile'}
          data-list-row
        >
          <Link
            href={tile.href}
            prefetch={false}
            className="media-tile-link"
            data-row-link
            data-row-edit
          >
            <Thumbnail {...tile} />
            <span className="media-tile-name">{tile.name}</span>
          </Link>
          <p className="media-tile-facts">
            {[tile.size, tile.extent].filter(Boolean).join(' · ')}
            {tile.lacksAlt && <span className="lacks-alt"> · not described</span>}
          </p>
          <TickBox {...{ tile, ticked, onTick, form }} />
        </li>
      ))}
    </ul>
  );
}

type TickBoxProps = Omit<MediaTilesProps, 'tiles'> & { tile: MediaTile };

export function TickBox({ tile: { id, name }, ticked, onTick, form }: TickBoxProps) {
  return (
    <span className="tick">
      <input
        type="checkbox"
        name="ids"
        value={id}
        form={form}
        aria-label={`Choose ${name}`}
        checked={ticked.has(id)}
        onChange={({ currentTarget }) => onTick([id], currentTarget.checked)}
      />
    </span>
  );
}
