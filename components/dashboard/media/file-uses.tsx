import Link from 'next/link';
import { dashboardUrls } from '@/lib/dashboard-urls';
import type { MediaUse, MediaUses } from '@/lib/media/usage';

/** Everything that refers to a file, each with the way there, and how much there is besides. */
export function FileUses({ uses, hidden }: MediaUses) {
  const others = hidden === 1 ? '1 post of others' : `${hidden} posts of others`;
  if (uses.length === 0)
    return <p className="lead">{hidden === 0 ? 'Nothing refers to it.' : `In ${others}.`}</p>;
  return (
    <>
      <UseList uses={uses} />
      {hidden > 0 && <p className="quiet">And in {others}.</p>}
    </>
  );
}

function UseList({ uses }: { uses: MediaUse[] }) {
  return (
    <ul className="file-uses">
      {uses.map((use) => {
        const { href, title, note } = tellUse(use);
        return (
          <li key={href + note}>
            <Link href={href} prefetch={false}>
              {title}
            </Link>{' '}
            <span className="quiet">{note}</span>
          </li>
        );
      })}
    </ul>
  );
}

function tellUse(use: MediaUse): { href: string; title: string; note: string } {
  switch (use.in) {
    case 'post': {
      const { id, title, isBinned, isUnsaved } = use;
      const note = isBinned ? 'a post in the bin' : isUnsaved ? 'changes not saved yet' : '';
      return { href: dashboardUrls.post(id), title: title || 'Untitled', note };
    }
    case 'tag':
      return { href: dashboardUrls.tag(use.id), title: use.title, note: 'the text of a tag' };
    case 'series':
      return { href: dashboardUrls.series(use.id), title: use.title, note: 'a series' };
    case 'file':
      return {
        href: dashboardUrls.mediaFile(use.id),
        title: use.title,
        note: 'a film, as its still picture or captions',
      };
    case 'settings':
      return { href: dashboardUrls.settings(), title: 'Settings', note: use.key };
  }
}
