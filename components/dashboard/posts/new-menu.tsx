import Link from 'next/link';
import { Menu } from '@/components/ui/menu';
import { dashboardUrls } from '@/lib/dashboard-urls';
import { kinds, postKinds } from '@/lib/posts/kinds';

/** Begins a post of any kind. With the keys: `n`, then the kind's first letter. */
export function NewMenu() {
  return (
    <div className="new-menu" data-new-menu>
      <Menu label="New post">
        {postKinds.map((kind) => (
          <li key={kind}>
            <Link
              href={dashboardUrls.newPost(kind)}
              prefetch={false}
              data-menu-key={kinds[kind].label.charAt(0)}
            >
              {capitalised(kinds[kind].label)}
            </Link>
          </li>
        ))}
      </Menu>
    </div>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
