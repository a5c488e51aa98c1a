import Link from 'next/link';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { BrokenReference } from '@/lib/media/usage';

/** Posts with a gap where a file was, each with what would close it. */
export function BrokenReferences({ references }: { references: BrokenReference[] }) {
  return (
    <>
      Some posts refer to files that readers do not get:
      <ul className="broken-references">
        {references.map(({ postId, title, mediaId, binned }) => (
          <li key={`${postId} ${mediaId}`}>
            <Link href={dashboardUrls.post(postId)} prefetch={false}>
              {title || 'Untitled'}
            </Link>
            :{' '}
            {binned === null ? (
              `file ${mediaId} is gone`
            ) : (
              <>
                <Link href={dashboardUrls.mediaFile(mediaId)} prefetch={false}>
                  {binned}
                </Link>{' '}
                is in the bin
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
