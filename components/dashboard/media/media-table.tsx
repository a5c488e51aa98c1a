'use client';

import Link from 'next/link';
import { Table } from '@/components/ui/table';
import { type MediaTilesProps, TickBox } from './media-grid';
import { Thumbnail } from './thumbnail';

export function MediaTable({ tiles, ...ticking }: MediaTilesProps) {
  const { ticked, onTick } = ticking;
  return (
    <Table caption="Files">
      <thead>
        <tr>
          <th scope="col" className="tick">
            <input
              type="checkbox"
              aria-label="Choose all of this page"
              checked={tiles.every(({ id }) => ticked.has(id))}
              onChange={({ currentTarget }) =>
                onTick(
                  tiles.map(({ id }) => id),
                  currentTarget.checked,
                )
              }
            />
          </th>
          <th scope="col">File</th>
          <th scope="col">Type</th>
          <th scope="col" className="is-number">
            Size
          </th>
          <th scope="col">Uploaded</th>
          <th scope="col">Use</th>
        </tr>
      </thead>
      <tbody>
        {tiles.map((tile) => (
          <tr key={tile.id} data-list-row>
            <td className="tick">
              <TickBox tile={tile} {...ticking} />
            </td>
            <th scope="row">
              <Link
                href={tile.href}
                prefetch={false}
                className="media-row-link"
                data-row-link
                data-row-edit
              >
                <Thumbnail {...tile} />
                <span>{tile.name}</span>
              </Link>
              <span className="media-row-alt">{tile.lacksAlt ? 'Not described' : tile.alt}</span>
            </th>
            <td>
              {tile.type}
              <span className="row-at">{tile.extent}</span>
            </td>
            <td className="is-number">{tile.size}</td>
            <td>{tile.uploadedOn}</td>
            <td>{tile.use}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
