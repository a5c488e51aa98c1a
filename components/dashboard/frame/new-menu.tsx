import Link from 'next/link';
import { Menu } from '@/components/ui/menu';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { kinds, postKinds } from '@/lib/posts/kinds';

/** A new post of each kind, from every page. */
export function NewMenu() {
  return (
    <Menu label="New">
      {postKinds.map((kind) => (
        <li key={kind}>
          <Link href={dashboardUrls.newPost(kind)} prefetch={false}>
            {capitalised(kinds[kind].label)}
          </Link>
        </li>
      ))}
    </Menu>
  );
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
