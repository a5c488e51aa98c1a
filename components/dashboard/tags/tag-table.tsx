import Link from 'next/link';
import { Table } from '@/components/ui/table';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { ManagedTag } from '@/lib/tags/author-queries';

type TagTableProps = {
  tags: ManagedTag[];
  /** Numbers of posts say nothing of tags that no post has. */
  hasNumbers: boolean;
  /** What a ticked tag is called in the form around the table. */
  tickName: string;
};

/** Tags with their numbers of posts, each to be ticked. */
export function TagTable({ tags, hasNumbers, tickName }: TagTableProps) {
  return (
    <Table caption="Tags">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Ticked</span>
          </th>
          <th scope="col">Tag</th>
          {hasNumbers && (
            <>
              <th scope="col" className="is-number">
                Public posts
              </th>
              <th scope="col" className="is-number">
                Not public
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {tags.map((tag) => (
          <tr key={tag.id}>
            <td className="is-tick">
              <label>
                <input type="checkbox" name={tickName} value={tag.id} />
                <span className="visually-hidden">Tick {tag.name}</span>
              </label>
            </td>
            <th scope="row">
              <Link href={dashboardUrls.tag(tag.id)} prefetch={false}>
                {tag.name}
              </Link>
              {tag.hasDescription && <span className="tag-note"> described</span>}
            </th>
            {hasNumbers && (
              <>
                <td className="is-number">{tag.published.toLocaleString('en')}</td>
                <td className="is-number">{tag.unpublished.toLocaleString('en')}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
